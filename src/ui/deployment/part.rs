//! What the panel knows about the deployment: what was read of each system, who will use the product, and what is to be
//! put right.

use std::rc::Rc;

use super::reading::GIVES_LICENCES;
use crate::domain::connector_policy::Advanced;
use crate::domain::deployment::Choice;
use crate::domain::deployment::steps::Source;
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::model::{Plan, Service, Step};
use crate::plan::progress::StepState;
use crate::recipes::deployment::choices::{Remembered, chosen_group};
use crate::recipes::deployment::observed::{Directory, Platform, Salesforce, Teams, Viva};
use crate::recipes::deployment::{self, Choices, Observed, Repair, SetupPage};
use crate::recipes::readiness::ReadinessLine;
use crate::services::entra::Scope;
use crate::services::graph::groups::Group as Found;
use crate::text::Text;
use crate::ui::part::{Part, Standing, Weight, of_organization};
use crate::words::Words;

/// It.
#[derive(Clone, Default)]
pub struct DeploymentPart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants.
    pub choices: Rc<Choices>,
    /// The system that is to be signed in to next, where the admin chose one.
    pub source: Option<Source>,
    /// Which of the ways to say the audience is open, by its key.
    pub way: &'static str,
    /// The name groups are looked for by, as typed.
    pub sought: String,
    /// Whether they are being looked for.
    pub is_seeking: bool,
    /// What was found by it, or why nothing was.
    pub groups: Option<Result<Rc<Vec<Found>>, Text>>,
    /// User names as typed.
    pub typed: String,
    /// Why they are not taken.
    pub names_refusal: Option<Text>,
    /// What is being read.
    pub reading: Vec<Source>,
    /// Counts the accounts that were left: who is signed in is looked at anew.
    pub left: u32,
    /// Choices that came with the address the panel was opened at, as long as not everything they rest on was read.
    pub carried: Option<Rc<Choices>>,
    /// Whether their plan is to be shown now.
    pub is_to_review: bool,
    /// What could not be asked at all: it is asked again when the admin does something about it.
    pub unreached: Option<Source>,
    /// Speaks the welcome message's language; `None` is the panel's own.
    pub welcome: Option<Rc<Words>>,
    /// Whether what was remembered was recalled: before that nothing is remembered instead of it.
    pub is_recalled: bool,
    /// Who used the product before an address said somebody else, if one did: that is remembered on.
    kept: Option<Option<Choice>>,
    /// Whether the welcome message was put into the clipboard.
    pub is_copied: bool,
    /// What came of asking for the host of the connected app's page in Setup.
    pub asked: Option<Text>,
    /// What the choices come to.
    weight: Weight,
}

/// Something done, or come of something, in the view.
#[derive(Clone)]
pub enum Edit {
    /// A way to say the audience is opened.
    Way(&'static str),
    /// Who will use the product.
    Audience(Choice),
    /// The name groups are looked for by.
    Seek(String),
    /// They are being looked for.
    Seeking,
    /// What was found by it.
    Found(Result<Rc<Vec<Found>>, Text>),
    /// User names are typed.
    Names(String),
    /// The user names typed are the audience.
    TakeNames,
    /// Something is to be put right, or not.
    Repair(Repair, bool),
    /// The licence to give.
    Licence(String),
    /// Somebody gets one, by object id, or goes without.
    Seat(String, bool),
    /// The group data policies put the connector into, by the API's word; anything else is what each has preset.
    Group(String),
    /// Usage location of those who have none.
    Location(String),
    /// The permission set that may use the connected app.
    Set(String),
    /// Somebody is to be System Administrator of msdyn_viva no more, by `systemuserid`, or stays.
    Dismiss(String, bool),
    /// The admin has looked at a point by hand, or takes that back.
    Checked(&'static str, Option<Millis>),
    /// The system to be signed in to next.
    Source(Source),
    /// A system is being read.
    Reading(Source),
    /// A system could not be asked at all.
    NotRead(Source),
    /// Why the sign-in as it is would not let licences be given; `None` if it does.
    Consent(Option<Text>),
    /// The plan of what the address said is shown.
    Reviewed,
    /// The directory was read.
    Directory(Rc<Directory>),
    /// The Power Platform was read.
    Platform(Rc<Platform>),
    /// The advanced connector policies were read, in so many requests.
    Advanced(Reading<Vec<Advanced>>, u32),
    /// msdyn_viva itself was read.
    Viva(Rc<Viva>),
    /// What was remembered of this tenant: who will use the product, and what was ticked.
    Recalled(Remembered),
    /// What was remembered is forgotten, and with it what the admin said here.
    Forget,
    /// Teams was read.
    Teams(Rc<Teams>),
    /// Salesforce was read.
    Salesforce(Rc<Salesforce>),
    /// The connected app's page in Setup was looked at.
    Setup(SetupPage),
    /// What came of asking for the host of that page.
    Asked(Text),
    /// The welcome message's language.
    Welcome(Option<Rc<Words>>),
    /// The welcome message is in the clipboard.
    Copied,
}

impl DeploymentPart {
    /// Takes in what was read; what was chosen stays.
    pub fn take(&mut self, observed: Rc<Observed>) {
        self.observed = Some(observed);
        self.reading.clear();
        self.unreached = None;
        self.taken();
    }

    /// Whoever was signed in to a service is no more, and with them goes what was read of it.
    pub fn leave(&mut self, service: Service) {
        self.left += 1;
        let Some(observed) = &mut self.observed else { return };
        let observed = Rc::make_mut(observed);
        if service == Service::Salesforce {
            observed.salesforce = None;
            return;
        }
        observed.directory = None;
        observed.platform = None;
        observed.viva = None;
        observed.teams = None;
        observed.unconsented = None;
    }

    /// What is to be read for what the admin has said.
    pub fn to_read(&self) -> Option<Source> {
        let wanted = self.observed.as_ref()?.to_read(self.choices.audience.as_ref())?;
        let is_idle = !self.standing.is_reading && !self.reading.contains(&wanted) && self.unreached != Some(wanted);
        is_idle.then_some(wanted)
    }

    /// Does what the admin did.
    pub fn edit(&mut self, edit: Edit) {
        let choices = Rc::make_mut(&mut self.choices);
        match edit {
            Edit::Way(way) => self.way = way,
            Edit::Audience(audience) => self.say(audience),
            Edit::Seek(text) => self.sought = text,
            Edit::Seeking => {
                self.is_seeking = true;
                self.groups = None;
            }
            Edit::Found(found) => {
                self.is_seeking = false;
                self.groups = Some(found);
            }
            Edit::Names(text) => {
                self.names_refusal = None;
                self.typed = text;
            }
            Edit::TakeNames => match Choice::typed(&self.typed) {
                Choice::List(names) if names.is_empty() => self.names_refusal = Some(Text::new("deploy-names-none")),
                choice => self.say(choice),
            },
            Edit::Repair(repair, wanted) => {
                choices.set_repair(repair, wanted);
                if let Some(observed) = &self.observed {
                    choices.hold(observed);
                }
            }
            Edit::Licence(sku) => {
                choices.licence = Some(sku);
                // Another has other free seats.
                choices.seated = None;
                if let Some(observed) = &self.observed {
                    choices.hold(observed);
                }
            }
            Edit::Seat(id, wanted) => {
                if let Some(observed) = &self.observed {
                    choices.seat(observed, &id, wanted);
                }
            }
            Edit::Group(word) => choices.group = chosen_group(&word),
            Edit::Location(location) => choices.location = location.trim().to_uppercase(),
            Edit::Set(set) => choices.set = Some(set),
            Edit::Dismiss(id, wanted) => choices.dismiss(&id, wanted),
            Edit::Checked(point, at) => {
                choices.tick(point, at, self.observed.as_deref());
            }
            Edit::Source(source) => self.source = Some(source),
            Edit::Reading(source) => self.reading.push(source),
            Edit::NotRead(source) => {
                self.reading.retain(|known| *known != source);
                self.unreached = Some(source);
            }
            Edit::Consent(why) => {
                if let Some(observed) = &mut self.observed {
                    Rc::make_mut(observed).unconsented = why;
                }
            }
            Edit::Reviewed => self.is_to_review = false,
            Edit::Directory(read) => self.put(Source::Graph, |observed| observed.take_directory((*read).clone())),
            Edit::Platform(read) => self.put(Source::PowerPlatform, |observed| {
                observed.take_platform((*read).clone())
            }),
            Edit::Advanced(read, requests) => {
                self.put(Source::ConnectorPolicies, |observed| {
                    observed.take_advanced(read, requests)
                });
            }
            Edit::Salesforce(read) => {
                self.put(Source::Salesforce, |observed| observed.take_salesforce((*read).clone()))
            }
            Edit::Setup(page) => {
                self.asked = None;
                self.put(Source::Salesforce, |observed| {
                    if let Some(salesforce) = &mut observed.salesforce {
                        salesforce.setup = page;
                    }
                });
            }
            Edit::Asked(says) => self.asked = Some(says),
            Edit::Viva(read) => self.put(Source::Dataverse, |observed| observed.take_viva((*read).clone())),
            Edit::Recalled(remembered) => {
                self.is_recalled = true;
                // What the admin did meanwhile counts more.
                if let Some(kept) = &mut self.kept {
                    *kept = kept.take().or(remembered.audience);
                } else if choices.audience.is_none() {
                    choices.audience = remembered.audience;
                }
                for tick in remembered.checked {
                    if !choices.checked.iter().any(|known| known.point == tick.point) {
                        choices.checked.push(tick);
                    }
                }
            }
            Edit::Forget => {
                choices.audience = None;
                choices.checked.clear();
                self.kept = None;
                // Nothing is remembered before the report is opened again.
                self.is_recalled = false;
            }
            Edit::Teams(read) => self.put(Source::Teams, |observed| observed.take_teams((*read).clone())),
            Edit::Welcome(words) => {
                self.is_copied = false;
                self.welcome = words;
            }
            Edit::Copied => self.is_copied = true,
        }
        self.settle();
        self.weigh();
    }

    /// The audience: what was to be put right was so for another.
    fn say(&mut self, audience: Choice) {
        let choices = Rc::make_mut(&mut self.choices);
        choices.audience = Some(audience);
        choices.repairs.clear();
        choices.seated = None;
        // What shows is what is in force.
        self.way = "";
        self.unreached = None;
        self.carried = None;
        self.kept = None;
    }

    /// What is remembered of what the admin said: nothing that came with an address.
    pub fn remembered(&self) -> Remembered {
        let mut now = Remembered::of(&self.choices);
        if let Some(kept) = &self.kept {
            now.audience = kept.clone();
        }
        now
    }

    /// Who was counted for another audience counts no more.
    fn settle(&mut self) {
        // A group that came with an address has the name it was read under.
        let read = self.observed.as_ref().and_then(|observed| observed.directory.as_ref());
        if let (Some(Choice::Group { id, name }), Some(Choice::Group { id: read, name: told })) = (
            self.choices.audience.as_ref(),
            read.and_then(|read| read.audience.as_ref()),
        ) && name.is_empty()
            && id == read
        {
            let (id, name) = (id.clone(), told.clone());
            Rc::make_mut(&mut self.choices).audience = Some(Choice::Group { id, name });
        }
        let audience = self.choices.audience.as_ref();
        if let Some(observed) = self.observed.as_mut().filter(|read| read.is_of_another(audience)) {
            Rc::make_mut(observed).settle(audience);
        }
    }

    fn put(&mut self, source: Source, change: impl FnOnce(&mut Observed)) {
        self.reading.retain(|known| *known != source);
        self.unreached = None;
        if let Some(observed) = &mut self.observed {
            change(Rc::make_mut(observed));
        }
        self.taken();
    }

    fn taken(&mut self) {
        self.settle();
        if let Some(observed) = &self.observed {
            let choices = Rc::make_mut(&mut self.choices);
            choices.take_in(observed);
            if self
                .carried
                .take_if(|carried| choices.carry(carried, observed))
                .is_some()
            {
                // What is well by now is no plan.
                self.is_to_review = !choices.repairs.is_empty();
            }
        }
        self.weigh();
    }

    fn weigh(&mut self) {
        let observed = self.observed.as_ref().filter(|_| !self.choices.repairs.is_empty());
        self.weight = observed.map_or_else(Weight::default, |observed| {
            let plan = deployment::plan(observed, &self.choices, observed.read_at);
            Weight::of(plan.map_err(|error| error.explain()))
        });
    }
}

impl Part for DeploymentPart {
    // A system may have been read after the organization was.
    of_organization!(|observed| observed.read_last());

    fn is_whole(&self) -> bool {
        self.observed.is_some() && self.reading.is_empty()
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        let observed = self.observed.as_deref();
        let lines = observed.map(|observed| deployment::readiness(observed, &self.choices));
        lines.unwrap_or_default()
    }

    fn changes(&self) -> usize {
        self.weight.changes(self.choices.repairs.len())
    }

    fn requests(&self) -> u32 {
        self.weight.requests
    }

    fn note(&self) -> Text {
        self.weight.note()
    }

    fn may_plan(&self) -> bool {
        self.weight.refusal.is_none() && self.reading.is_empty()
    }

    fn discard(&mut self) {
        Rc::make_mut(&mut self.choices).repairs.clear();
        self.weigh();
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let Some(observed) = &self.observed else {
            return Err(Text::new("bar-incomplete"));
        };
        deployment::plan(observed, &self.choices, now).map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, first: &RunRecord, _: &str) {
        deployment::explain_undo(plan, &first.header.plan);
    }

    /// Giving licences is the one thing done that the report itself does not sign in for.
    fn lacks(&self, plan: &Plan, step: &Step, state: &StepState) -> Option<Vec<Scope>> {
        let is_refused = matches!(state, StepState::Failed { why } if why.id == "run-refused-directory");
        let mut targets = plan.targets.iter();
        let is_graph = targets.any(|target| target.id == step.target && target.service == Service::Graph);
        (is_graph && is_refused).then(|| GIVES_LICENCES.to_vec())
    }

    fn packed(&self) -> Vec<u8> {
        self.choices.packed()
    }

    /// What a plan rests on stands behind several sign-ins: it is made once all of them were read.
    fn unpack(&mut self, packed: &[u8]) -> bool {
        if let Some(carried) = Choices::unpacked(packed) {
            if let Some(audience) = &carried.audience {
                let kept = self.kept.take().unwrap_or_else(|| self.choices.audience.clone());
                self.say(audience.clone());
                self.kept = Some(kept);
            }
            self.carried = Some(Rc::new(carried));
            self.taken();
        }
        std::mem::take(&mut self.is_to_review)
    }
}
