//! What nobody can guess beforehand: tokens, codes, client secrets, fresh ids; and all secrets made, so that a test
//! can search for one that leaked.

use crate::ident::Guid;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::hash::{BuildHasher, RandomState};

/// Makes values that differ in every run.
#[derive(Debug)]
pub struct Mint {
    seed: [u64; 2],
    made: u64,
    secrets: Vec<(&'static str, String)>,
}

impl Default for Mint {
    fn default() -> Self {
        Self {
            seed: [RandomState::new().hash_one(0), RandomState::new().hash_one(1)],
            made: 0,
            secrets: Vec::new(),
        }
    }
}

impl Mint {
    fn bytes(&mut self) -> Vec<u8> {
        self.made += 1;
        let mut hasher = Sha256::new();
        for part in [self.seed[0], self.seed[1], self.made] {
            hasher.update(part.to_le_bytes());
        }
        hasher.finalize().to_vec()
    }

    /// A fresh id.
    pub fn id(&mut self) -> Guid {
        let bytes = self.bytes();
        Guid::derive("minted", &URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A handle that is no secret, such as of a sign-in under way.
    pub fn handle(&mut self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes())
    }

    /// A token or code, `kind` saying which; remembered for [`Self::secrets`].
    pub fn token(&mut self, kind: &'static str) -> String {
        let mut bytes = self.bytes();
        bytes.extend(self.bytes());
        let token = format!("{}.{}", kind.get(..1).unwrap_or("t"), URL_SAFE_NO_PAD.encode(bytes));
        self.secrets.push((kind, token.clone()));
        token
    }

    /// A token that begins so, in the form of a service that is not Entra; remembered for [`Self::secrets`].
    pub fn prefixed(&mut self, kind: &'static str, prefix: &str) -> String {
        let mut bytes = self.bytes();
        bytes.extend(self.bytes());
        let token = format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes).replace('-', "."));
        self.secrets.push((kind, token.clone()));
        token
    }

    /// A client secret in Entra's form: 40 characters, the fourth to sixth `8Q~`; with a `+` where asked.
    pub fn client_secret(&mut self, plus: bool) -> String {
        let mut bytes = self.bytes();
        bytes.extend(self.bytes());
        let text = URL_SAFE_NO_PAD.encode(bytes).replace('-', ".");
        let mut letters: Vec<char> = text.chars().take(40).collect();
        for (at, letter) in [(3, '8'), (4, 'Q'), (5, '~')] {
            if let Some(place) = letters.get_mut(at) {
                *place = letter;
            }
        }
        if plus && let Some(place) = letters.get_mut(20) {
            *place = '+';
        }
        let secret: String = letters.into_iter().collect();
        self.secrets.push(("client_secret", secret.clone()));
        secret
    }

    /// Every token, code and client secret made so far, with its kind.
    pub fn secrets(&self) -> &[(&'static str, String)] {
        &self.secrets
    }
}

/// What is kept of a secret: enough to know it again.
pub fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}
