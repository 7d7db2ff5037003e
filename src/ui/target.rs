//! Where things are written: the kind of an environment, and the targets of a plan.

use yew::prelude::*;

use crate::domain::organization::EnvironmentKind;
use crate::plan::model::{Service, Target};
use crate::words::Words;

/// Production, and what counts as it, is solid; every other kind an outline.
pub fn kind_tag(words: &Words, kind: EnvironmentKind) -> Html {
    let class = if kind.counts_as_production() {
        "tag solid"
    } else {
        "tag"
    };
    html! { <span {class}>{ words.html(&kind.name()) }</span> }
}

/// A host or a user principal name, which may break behind its dots and its sign.
pub fn host(name: &str) -> Html {
    name.split_inclusive(['.', '@'])
        .map(|part| html! { <>{ part }<wbr /></> })
        .collect()
}

/// Whether it is a whole tenant behind the Power Platform's administration: its data policies.
pub fn is_tenant(target: &Target) -> bool {
    target.id == crate::recipes::data_policy::TARGET
}

/// Whether it is of a kind: a tenant and a page are of none.
pub fn has_kind(target: &Target) -> bool {
    matches!(
        target.service,
        Service::Dataverse | Service::Environment | Service::PowerPlatform | Service::Salesforce
    ) && !is_tenant(target)
}

/// What a target is and what its host is, by message id.
pub fn called(target: &Target) -> (&'static str, &'static str) {
    match target.service {
        Service::Dataverse | Service::Environment => ("target-environment", "target-organization"),
        Service::PowerPlatform if is_tenant(target) => ("target-tenant", "target-service"),
        Service::Graph | Service::PowerPlatformApi | Service::Teams => ("target-tenant", "target-service"),
        Service::PowerPlatform => ("target-environment", "target-service"),
        Service::Salesforce => ("salesforce-lock-organization", "target-service"),
        Service::Page => ("target-page", "target-host"),
    }
}

/// A target with everything that tells it from another. A tenant and a page have no kind, and who is signed in to a page
/// nobody tells.
pub fn facts(words: &Words, target: &Target) -> Html {
    let (what, place) = called(target);
    html! {
        <dl class="facts">
            <dt>{ words.word(what) }</dt>
            <dd class="row tight">
                <b><bdi>{ target.name.clone() }</bdi></b>
                if has_kind(target) {
                    { kind_tag(words, target.kind) }
                }
            </dd>
            <dt>{ words.word(place) }</dt>
            <dd>{ host(&target.host) }</dd>
            if target.service != Service::Page {
                <dt>{ words.word("target-user") }</dt>
                <dd>
                    <bdi>{ target.user.name.clone() }</bdi>{ words.word("list-separator") }<bdi>{ host(&target.user.upn) }</bdi>
                </dd>
            }
        </dl>
    }
}
