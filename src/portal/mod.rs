//! Which portal page this is, what is on it, and the closed set of verbs a content script carries out.
