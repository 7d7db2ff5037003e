//! One attempt to be signed in somewhere, wherever that is: how it stands, and what moves it on.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::http::LocalFuture;
use crate::ui::backend::Backend;

/// How it stands: who is signed in, or what stands in the way.
#[derive(Clone, PartialEq)]
pub enum Standing<S, E> {
    /// It is being found out.
    Asking,
    /// The window is open.
    Busy,
    /// Somebody is.
    In(Rc<S>),
    /// Nobody is, or not for this.
    Out(E),
}

/// What a service says of who is signed in.
pub type Said<S, E> = LocalFuture<'static, Result<S, E>>;

/// It.
pub struct Attempt<S: 'static, E: 'static> {
    /// How it stands.
    pub standing: UseStateHandle<Standing<S, E>>,
    /// What follows once somebody is signed in.
    pub then: Callback<Rc<S>>,
    /// What follows first where another account was asked for: what the one before could read is shown no more.
    pub left: Callback<()>,
    /// The world.
    pub backend: Rc<dyn Backend>,
    /// Who is signed in, without asking anybody.
    pub who: Rc<dyn Fn() -> Said<S, E>>,
    /// Signs in with a window; whether it asks which account.
    pub open: Rc<dyn Fn(bool) -> Said<S, E>>,
}

impl<S, E> Clone for Attempt<S, E> {
    fn clone(&self) -> Self {
        Self {
            standing: self.standing.clone(),
            then: self.then.clone(),
            left: self.left.clone(),
            backend: self.backend.clone(),
            who: self.who.clone(),
            open: self.open.clone(),
        }
    }
}

impl<S, E> Attempt<S, E> {
    fn come(&self, said: Result<S, E>) {
        match said {
            Ok(signed_in) => {
                let signed_in = Rc::new(signed_in);
                self.standing.set(Standing::In(signed_in.clone()));
                self.then.emit(signed_in);
            }
            Err(error) => self.standing.set(Standing::Out(error)),
        }
    }

    /// Finds out how it stands.
    pub fn look(&self) {
        let it = self.clone();
        spawn_local(async move { it.come((it.who)().await) });
    }

    /// What a button does that signs in, with the choice of an account or without.
    pub fn sign_in(&self, choose: bool) -> Callback<()> {
        let it = self.clone();
        Callback::from(move |()| {
            it.standing.set(Standing::Busy);
            let it = it.clone();
            spawn_local(async move {
                let said = (it.open)(choose).await;
                if choose && said.is_ok() {
                    it.left.emit(());
                }
                it.come(said);
            });
        })
    }

    /// What a button does that asks the browser for a host.
    pub fn allow(&self, host: &str) -> Callback<()> {
        let (it, host) = (self.clone(), host.to_owned());
        Callback::from(move |()| {
            // Asked at once, while the click counts.
            let asked = it.backend.ask_for(&host);
            let it = it.clone();
            spawn_local(async move {
                // Whatever the admin said: what stands in the way then is looked at anew.
                let _ = asked.await;
                it.come((it.who)().await);
            });
        })
    }
}
