//! The world as a run knows it: the backend's services, page, journal and clock, with what the run was granted.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;

use super::backend::Backend;
use crate::http::{LocalFuture, Millis, Request, Response, TransportError};
use crate::plan::drive::{JournalStore, World};
use crate::plan::grants::{Grants, WriteGrant};
use crate::plan::model::{PageAct, Plan, Service, Target};

/// It.
pub struct Outside {
    backend: Rc<dyn Backend>,
    journal: Rc<dyn JournalStore>,
    /// What the run may do now, to be granted again to a page that follows another.
    granted: RefCell<Grants>,
    /// The plan's targets, each with the service that is written to.
    targets: Vec<(String, Service)>,
}

impl Outside {
    /// For a run of this plan.
    pub fn of(backend: &Rc<dyn Backend>, plan: &Plan) -> Self {
        for target in &plan.targets {
            // A run may go on in a panel that has not read where this is; any other host is not written to.
            if target.service == Service::Environment {
                backend.know_environment(&target.host);
            }
        }
        let targets = plan.targets.iter();
        Self {
            backend: backend.clone(),
            journal: backend.journal(),
            granted: RefCell::default(),
            targets: targets.map(|target| (target.id.clone(), target.service)).collect(),
        }
    }

    /// Grants every service and every page its part of what the run may do.
    fn grant_again(&self) -> LocalFuture<'_, Result<(), TransportError>> {
        let granted = self.granted.borrow();
        let to = |service: Service| {
            let is_to = |write: &&WriteGrant| {
                self.targets
                    .iter()
                    .any(|(id, of)| *of == service && *id == write.target)
            };
            granted.writes.iter().filter(is_to).cloned().collect::<Vec<_>>()
        };
        for service in [
            Service::Graph,
            Service::PowerPlatform,
            Service::Teams,
            Service::Salesforce,
            Service::Environment,
        ] {
            self.backend.grant_cloud(service, to(service));
        }
        self.backend.grant(to(Service::Dataverse), granted.presses.clone())
    }

    /// A page that is gone lost its grant, and the one that follows gets the same: the run hears of it and recognises
    /// its targets before it sends anything more. A page that is not there yet fails this too, and is asked again.
    async fn heard<T>(&self, answer: Result<T, TransportError>) -> Result<T, TransportError> {
        if matches!(answer, Err(TransportError::PageGone | TransportError::NoPage { .. })) {
            let _ = self.grant_again().await;
        }
        answer
    }
}

impl World for Outside {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        let transport = self.backend.cloud(target.service);
        if target.service != Service::Dataverse && transport.host() != target.host {
            // Of another cloud than this panel's organization.
            let reason = format!("nothing reaches {}", target.host);
            return Box::pin(async move { Err(TransportError::NotSent { reason }) });
        }
        Box::pin(async move { self.heard(transport.send(request).await).await })
    }

    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move { self.heard(self.backend.page_read(locator).await).await })
    }

    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        Box::pin(async move { self.heard(self.backend.page_press(locator, act).await).await })
    }

    fn grant(&self, grants: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        *self.granted.borrow_mut() = grants;
        self.grant_again()
    }

    fn guide(&self, locator: Option<&str>) {
        self.backend.highlight(locator);
    }

    fn journal(&self) -> &dyn JournalStore {
        &*self.journal
    }

    fn now(&self) -> Millis {
        self.backend.now()
    }

    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.backend.sleep(millis)
    }
}
