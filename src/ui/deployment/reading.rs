//! Reads what the report stands on, system by system.

use std::rc::Rc;

use yew::platform::spawn_local;

use super::part::Edit;
use crate::domain::deployment::steps::Source;
use crate::http::Millis;
use crate::json::{FromJson, ToJson};
use crate::plan::model::Service;
use crate::recipes::dataverse::reading::ObserveError;
use crate::recipes::deployment::choices::Remembered;
use crate::recipes::deployment::directory::find_groups;
use crate::recipes::deployment::observed::{Observed, Salesforce, Whereabouts};
use crate::recipes::deployment::{
    SetupPage, observe, read_advanced, read_directory, read_platform, read_salesforce, read_setup, read_teams,
    read_viva,
};
use crate::services::entra::{Scope, scope};
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::{context, trouble};
use crate::ui::salesforce::reading::Settings;

/// Reads the organization again, and every system that was read before.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let observed = observed(panel).await.map_err(|error| trouble(&error))?;
    panel.send(Action::ReadDeployment(Rc::new(observed)));
    Ok(())
}

async fn observed(panel: &Panel) -> Result<Observed, ObserveError> {
    let context = context(panel);
    let org = panel.backend.org();
    let mut observed = observe(&*org, context).await?;
    observed.my_domain = panel.backend.salesforce_client().await.map(|client| client.host);
    let Some(before) = panel.state.deployment.observed.clone() else {
        return Ok(observed);
    };
    observed.unconsented.clone_from(&before.unconsented);
    for source in sources(&before) {
        if read_at(&before, source).is_none() {
            continue;
        }
        match of(panel, source, &observed).await {
            Some(Edit::Directory(read)) => observed.take_directory((*read).clone()),
            Some(Edit::Platform(read)) => observed.take_platform((*read).clone()),
            Some(Edit::Advanced(read, requests)) => observed.take_advanced(read, requests),
            Some(Edit::Teams(read)) => observed.take_teams((*read).clone()),
            Some(Edit::Viva(read)) => observed.take_viva((*read).clone()),
            Some(Edit::Salesforce(read)) => observed.take_salesforce((*read).clone()),
            _ => {}
        }
    }
    Ok(observed)
}

/// Under which name what the admin said about a tenant is remembered.
fn name(tenant: &str) -> String {
    format!("readiness/{tenant}")
}

/// The tenant of the organization beside the panel, once it was read.
fn tenant(panel: &Panel) -> Option<String> {
    panel.state.deployment.observed.as_ref()?.organization.tenant_id.clone()
}

/// Recalls who will use the product and what was ticked in this tenant.
pub fn recall(panel: &Panel) {
    let Some(tenant) = tenant(panel) else { return };
    let panel = panel.clone();
    spawn_local(async move {
        let seen = panel.backend.recall(&name(&tenant)).await;
        let remembered = seen.and_then(|seen| Remembered::from_json(&seen).ok());
        panel.send(Action::Deployment(Edit::Recalled(remembered.unwrap_or_default())));
    });
}

/// Remembers them: ids and names as the admin chose or typed them, no more.
pub fn remember(panel: &Panel) {
    if let Some(tenant) = tenant(panel).filter(|_| panel.state.deployment.is_recalled) {
        let now = panel.state.deployment.remembered();
        panel.backend.remember(&name(&tenant), &now.to_json());
    }
}

/// What gives licences needs, besides what was read by.
pub const GIVES_LICENCES: [Scope; 3] = [scope::PROFILE, scope::DIRECTORY, scope::USERS];

/// Looks whether the sign-in as it is lets licences be given, where they are to be, so that a plan says it if not.
pub async fn look_at_consent(panel: &Panel, wanted: bool) {
    if wanted {
        let signed_in = panel.backend.signed_in_as(GIVES_LICENCES.to_vec()).await;
        let why = signed_in.err().map(|error| error.explain());
        panel.send(Action::Deployment(Edit::Consent(why)));
    }
}

/// The systems the report is read from here.
pub fn sources(observed: &Observed) -> Vec<Source> {
    let mut all = vec![Source::Graph, Source::PowerPlatform];
    if observed.environment().is_some() {
        all.push(Source::ConnectorPolicies);
    }
    if observed.environment().is_some_and(|viva| viva.host().is_some()) {
        all.push(Source::Dataverse);
    }
    all.extend([Source::Teams, Source::Salesforce]);
    all
}

/// When a system was read, if it was.
pub fn read_at(observed: &Observed, source: Source) -> Option<Millis> {
    match source {
        Source::Graph => Some(observed.directory.as_ref()?.read_at),
        Source::PowerPlatform => Some(observed.platform.as_ref()?.read_at),
        Source::ConnectorPolicies => {
            let platform = observed.platform.as_ref()?;
            platform.advanced.is_some().then_some(platform.read_at)
        }
        Source::Teams => Some(observed.teams.as_ref()?.read_at),
        Source::Salesforce => Some(observed.salesforce.as_ref()?.read_at),
        Source::Dataverse => Some(observed.viva.as_ref()?.read_at),
        Source::Hand => None,
    }
}

/// Reads a system, once somebody has signed in to it. What was read already stays until it is asked for again.
pub fn read_source(panel: &Panel, source: Source, again: bool) {
    let part = &panel.state.deployment;
    let Some(observed) = part.observed.clone() else {
        return;
    };
    let is_read = read_at(&observed, source).is_some();
    if part.reading.contains(&source) || is_read && !again {
        return;
    }
    panel.send(Action::Deployment(Edit::Reading(source)));
    let panel = panel.clone();
    spawn_local(async move {
        let edit = of(&panel, source, &observed).await;
        panel.send(Action::Deployment(edit.unwrap_or(Edit::NotRead(source))));
    });
}

/// Reads one system. What one is asked may rest on what another told.
async fn of(panel: &Panel, source: Source, observed: &Observed) -> Option<Edit> {
    let context = context(panel);
    let cloud = |service: Service| panel.backend.cloud(service);
    Some(match source {
        Source::Graph => {
            let audience = panel.state.deployment.choices.audience.clone();
            let read = read_directory(&*cloud(Service::Graph), context, audience.as_ref()).await;
            Edit::Directory(Rc::new(read))
        }
        Source::PowerPlatform => {
            let read = read_platform(&*cloud(Service::PowerPlatform), context).await;
            // Where msdyn_viva is, only this tells.
            if let Whereabouts::There(viva) = read.whereabouts()
                && let Some(host) = viva.host()
            {
                panel.backend.know_environment(host);
            }
            Edit::Platform(Rc::new(read))
        }
        Source::ConnectorPolicies => {
            let (read, requests) =
                read_advanced(&*cloud(Service::PowerPlatformApi), context, observed.environment()?).await;
            Edit::Advanced(read, requests)
        }
        Source::Teams => Edit::Teams(Rc::new(read_teams(&*cloud(Service::Teams), context).await)),
        Source::Salesforce => {
            let who = panel.backend.signed_in_to_salesforce().await.ok()?;
            let who = (who.organization.as_str(), who.user.as_str());
            let salesforce = cloud(Service::Salesforce);
            let mut read = read_salesforce(&*salesforce, context, who, observed.audience()).await;
            read.setup = setup(panel, &read).await;
            Edit::Salesforce(Rc::new(read))
        }
        Source::Dataverse => {
            let graph = cloud(Service::Graph);
            let read = read_viva(&*cloud(Service::Environment), &*graph, context).await;
            Edit::Viva(Rc::new(read))
        }
        Source::Hand => return None,
    })
}

/// The connected app's page in Setup, where a tab shows it.
async fn setup(panel: &Panel, salesforce: &Salesforce) -> SetupPage {
    let app = salesforce.app.value().and_then(Option::as_ref);
    let pages = Settings(panel.backend.clone());
    read_setup(&pages, &salesforce.host, app, panel.backend.now()).await
}

/// Looks at that page again.
pub fn look_at_setup(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        let observed = panel.state.deployment.observed.as_ref();
        if let Some(salesforce) = observed.and_then(|observed| observed.salesforce.as_ref()) {
            let page = setup(&panel, salesforce).await;
            panel.send(Action::Deployment(Edit::Setup(page)));
        }
    });
}

/// Looks for groups by the name typed.
pub fn seek(panel: &Panel) {
    panel.send(Action::Deployment(Edit::Seeking));
    let panel = panel.clone();
    spawn_local(async move {
        let context = context(&panel);
        let graph = panel.backend.cloud(Service::Graph);
        let name = panel.state.deployment.sought.trim().to_owned();
        let found = find_groups(&*graph, context, &name).await;
        let found = found.map(Rc::new).map_err(|error| error.explain());
        panel.send(Action::Deployment(Edit::Found(found)));
    });
}
