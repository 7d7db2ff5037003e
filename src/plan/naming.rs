//! Which names are typed before a plan writes, and what each of them stands for.

use crate::domain::organization::EnvironmentKind;

use super::model::{Action, Plan, Service, Step, Target};

/// A name that is typed once before anything is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The name.
    pub name: &'a str,
    /// What it stands for: several targets may have one name.
    pub targets: Vec<&'a Target>,
}

impl Plan {
    /// Whether a step changes this target, by itself or by the admin's hand. The others are only read. What is done on a page
    /// and shows in a service only is done to both.
    pub fn acts_on(&self, target: &Target) -> bool {
        let acts = |step: &&Step| step.change.action != Action::Await && !step.only_reads();
        let is_page = |id: &str| {
            let mut targets = self.targets.iter();
            targets.any(|known| known.id == id && known.service == Service::Page)
        };
        let is_done_there = |step: &Step| {
            let is_on_page = matches!(step.change.action, Action::Page { .. }) && !is_page(step.writes_to());
            step.writes_to() == target.id || is_on_page && target.service == Service::Page
        };
        self.steps.iter().filter(acts).any(is_done_there)
    }

    /// Whether a target's name says whose it is. A page's does where it is that of a service among the targets, which tells
    /// it: the page is one of its own.
    fn is_named(&self, target: &Target) -> bool {
        let is_its = |other: &Target| other.service != Service::Page && other.name.trim() == target.name.trim();
        target.service != Service::Page || self.targets.iter().any(is_its)
    }

    /// The names that have to be typed before anything is written, each with the targets it stands for: every target that
    /// counts as production and is acted on. A page that does not tell whose it is has nothing better than its host or
    /// title for a name; that is asked for where it is the plan's first target, or nothing better is among them.
    pub fn typed(&self) -> Vec<Typed<'_>> {
        let is_asked = |(place, target): &(usize, &Target)| {
            let tells = target.kind != EnvironmentKind::Unknown || self.is_named(target);
            target.kind.counts_as_production() && (tells || *place == 0) && self.acts_on(target)
        };
        let targets = self.targets.iter().enumerate().filter(is_asked);
        let mut asked: Vec<&Target> = targets.map(|(_, target)| target).collect();
        if asked.is_empty() {
            let mut targets = self.targets.iter();
            asked.extend(targets.find(|target| target.kind.counts_as_production()));
        }
        let mut typed: Vec<Typed<'_>> = Vec::new();
        for target in asked {
            let name = target.name.trim();
            match typed.iter_mut().find(|typed| typed.name == name) {
                Some(typed) => typed.targets.push(target),
                None => typed.push(Typed {
                    name,
                    targets: vec![target],
                }),
            }
        }
        typed
    }

    /// The names alone, as an approval holds them ([`super::start::Approval`]).
    pub fn names_to_type(&self) -> Vec<String> {
        self.typed().iter().map(|typed| typed.name.to_owned()).collect()
    }
}
