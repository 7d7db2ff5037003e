//! The panel's drawings: icons, state glyphs and answer marks, drawn as strokes in the colour of the text.

use yew::prelude::*;

/// An icon on a 20 × 20 grid. Icons say nothing by themselves: the words stand beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A list with ticks: the overview.
    Overview,
    /// Two halves of a chain, parted: disconnect rights.
    Disconnect,
    /// A speech bubble: Teams chat.
    Chat,
    /// Two halves of a chain, joined: an account that connects.
    Link,
    /// A funnel: lead management.
    Lead,
    /// A cloud: the connection to Salesforce.
    Cloud,
    /// A sheet with a tick: the readiness report.
    Report,
    /// A clock turned back: history.
    History,
    /// Sliders: settings.
    Settings,
    /// Closes.
    Close,
    /// Reads again.
    Refresh,
    /// Old to new.
    Arrow,
    /// More of something.
    Up,
    /// Less of something.
    Down,
    /// A select's arrow.
    Open,
    /// A fold's arrow.
    Fold,
    /// Searches.
    Search,
    /// The API.
    Api,
    /// In the page.
    Page,
    /// A hand: the admin does it.
    Hand,
    /// Takes back.
    Undo,
    /// Cannot be taken back.
    OneWay,
    /// People.
    People,
    /// One person.
    Person,
    /// Sealed.
    Lock,
    /// Waits.
    Clock,
    /// Pauses.
    Pause,
    /// Saves a file.
    Save,
    /// No connection.
    Unplugged,
    /// Nothing there.
    Empty,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Overview => {
                "M3 5.5l1.2 1.2 2.3-2.4M3 11l1.2 1.2 2.3-2.4M9.5 5.5H17M9.5 11H17M9.5 16.2H17M3.4 16.2h2.6"
            }
            Self::Link => "M8 6H6a4 4 0 0 0 0 8h2M12 6h2a4 4 0 0 1 0 8h-2M7 10h6",
            Self::Disconnect => "M8 6H6a4 4 0 0 0 0 8h2M12 6h2a4 4 0 0 1 0 8h-2M12.5 3l-5 14",
            Self::Cloud => "M6 15a3.5 3.5 0 0 1-.5-6.96 4.5 4.5 0 0 1 8.74-.04A3.55 3.55 0 0 1 14 15H6z",
            Self::Report => "M5 3h7l3 3v11H5V3zM12 3v3h3M7.5 11.5l1.8 1.8 3.4-3.6",
            Self::Lead => "M3 4h14l-5.5 6.5V16l-3 1.5v-7L3 4z",
            Self::Chat => {
                "M4.5 4h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-4 3v-3h-.5A1.5 1.5 0 0 1 3 12.5v-7A1.5 1.5 0 0 1 4.5 4zM6.5 7.7h7M6.5 10.5h4.5"
            }
            Self::History => "M4.1 6.2A7 7 0 1 1 3 10M3.6 3v3.4H7M10 6.5V10l2.5 1.6",
            Self::Settings => {
                "M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM8 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4z"
            }
            Self::Close => "M4.5 4.5l11 11M15.5 4.5l-11 11",
            Self::Refresh => "M16.2 8.2A6.5 6.5 0 1 0 16.5 11M16.7 4.2v4.3h-4.3",
            Self::Arrow => "M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5",
            Self::Up => "M10 16.5v-13M5.5 8L10 3.5 14.5 8",
            Self::Down => "M10 3.5v13M5.5 12l4.5 4.5 4.5-4.5",
            Self::Open => "M4.5 7.5l5.5 5.5 5.5-5.5",
            Self::Fold => "M7.5 4.5l5.5 5.5-5.5 5.5",
            Self::Search => "M8.7 3.5a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM12.5 12.5L17 17",
            Self::Api => {
                "M8 3.5c-2 0-2.5.8-2.5 2.5S5.5 9.5 3.5 10c2 .5 2 2.3 2 4s.5 2.5 2.5 2.5M12 3.5c2 0 2.5.8 2.5 2.5s0 3.5 2 4c-2 .5-2 2.3-2 4s-.5 2.5-2.5 2.5"
            }
            Self::Page => {
                "M3.5 4.5h13a1 1 0 0 1 1 1V9M2.5 7.5h15M3.5 4.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1H9M11.5 10.5l6 2.3-2.6 1.1-1.1 2.6z"
            }
            Self::Hand => {
                "M7.5 11V4.7a1.2 1.2 0 0 1 2.4 0V9.5l4.4.9c.9.2 1.5 1 1.4 1.9l-.4 2.7c-.2 1.3-1.2 2-2.5 2h-2.6c-.8 0-1.5-.4-2-1L4.5 12c.7-.9 1.9-.9 3-1z"
            }
            Self::Undo => "M4 7.5h8a4.2 4.2 0 0 1 0 8.5H8M7.5 4L4 7.5 7.5 11",
            Self::OneWay => "M3.5 10H13M9.5 6L13.5 10l-4 4M16.5 4v12",
            Self::People => {
                "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16c0-2.5 2-4 5-4s5 1.5 5 4M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12.3c1.9.5 3 1.8 3 3.7"
            }
            Self::Person => "M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM4 17c0-2.8 2.4-4.5 6-4.5s6 1.7 6 4.5",
            Self::Lock => {
                "M5.5 9h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1zM7 9V6a3 3 0 0 1 6 0v3"
            }
            Self::Clock => "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6.2V10l2.6 1.7",
            Self::Pause => "M7 4v12M13 4v12",
            Self::Save => "M10 3.5v9M6.5 9.5L10 13l3.5-3.5M4 16.5h12",
            Self::Unplugged => {
                "M3 3l14 14M6.5 9.5L5 11a3.5 3.5 0 0 0 4 4l1.5-1.5M9.5 6.5L11 5a3.5 3.5 0 0 1 4 4l-1.5 1.5M15.5 4.5L17 3M3 17l1.5-1.5"
            }
            Self::Empty => "M3.5 11.5L5.5 4h9l2 7.5V16h-13zM3.5 11.5H8a2 2 0 0 0 4 0h4.5",
        }
    }

    fn drawn(self, class: &'static str) -> Html {
        html! {
            <svg class={class} viewBox="0 0 20 20" aria-hidden="true"><path d={self.path()} /></svg>
        }
    }

    /// 20 px.
    pub fn medium(self) -> Html {
        self.drawn("icon")
    }

    /// 16 px.
    pub fn small(self) -> Html {
        self.drawn("icon small")
    }

    /// 12 px.
    pub fn tiny(self) -> Html {
        self.drawn("icon tiny")
    }

    /// 40 px, for a view with nothing else to show.
    pub fn large(self) -> Html {
        self.drawn("icon large")
    }

    /// 12 px, turning with the fold it stands in.
    pub fn chevron() -> Html {
        Self::Fold.drawn("icon tiny chevron")
    }
}

/// The state of a thing; the shape says it, the colour repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// Thin circle, tick.
    Ready,
    /// Filled triangle.
    Attention,
    /// Filled disc, cross.
    Blocked,
    /// Dashed circle, question mark.
    Unknown,
    /// Struck circle: "no" as an answer, which is no fault.
    Refused,
    /// Part of a ring, turning.
    Running,
    /// Thin circle.
    Waiting,
}

impl Glyph {
    fn drawn(self, small: bool, label: Option<AttrValue>) -> Html {
        let (kind, drawing) = match self {
            Self::Ready => (
                "ready",
                html! { <><circle cx="10" cy="10" r="7" /><path d="M6.8 10.3l2.2 2.2 4.3-4.7" /></> },
            ),
            Self::Attention => (
                "attention",
                html! { <><path class="filled" d="M10 3.2l7.3 13H2.7z" /><path class="on-filled" d="M10 7.6v4.2M10 14.3v.01" /></> },
            ),
            Self::Blocked => (
                "blocked",
                html! { <><circle class="filled" cx="10" cy="10" r="7.2" /><path class="on-filled" d="M7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4" /></> },
            ),
            Self::Unknown => (
                "unknown",
                html! { <><circle cx="10" cy="10" r="7" /><path d="M8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.9v.01" /></> },
            ),
            Self::Refused => (
                "refused",
                html! { <><circle cx="10" cy="10" r="7" /><path d="M5.2 14.8l9.6-9.6" /></> },
            ),
            Self::Running => (
                "running",
                html! { <><circle class="faint" cx="10" cy="10" r="7" /><path d="M10 3a7 7 0 0 1 7 7" /></> },
            ),
            Self::Waiting => ("waiting", html! { <circle cx="10" cy="10" r="6.5" /> }),
        };
        let class = classes!("glyph", kind, small.then_some("small"));
        let (role, hidden) = if label.is_some() {
            (Some("img"), None)
        } else {
            (None, Some("true"))
        };
        html! {
            <svg {class} viewBox="0 0 20 20" {role} aria-label={label} aria-hidden={hidden}>{ drawing }</svg>
        }
    }

    /// 20 px beside words that say the same.
    pub fn beside(self) -> Html {
        self.drawn(false, None)
    }

    /// 16 px beside words that say the same.
    pub fn small(self) -> Html {
        self.drawn(true, None)
    }

    /// 20 px, standing alone under its name.
    pub fn named(self, label: AttrValue) -> Html {
        self.drawn(false, Some(label))
    }
}

/// Whether somebody may, as a mark in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// A tick: yes, by a switch.
    BySwitch,
    /// A shield: yes, by a role.
    ByRole,
    /// A dash: no.
    No,
}

impl Answer {
    /// Under its name, or beside words that say the same.
    pub fn drawn(self, label: Option<AttrValue>) -> Html {
        let (class, path) = match self {
            Self::BySwitch => ("answer", "M4.5 10.5l3.7 3.7 7.3-8"),
            Self::ByRole => (
                "answer",
                "M10 2.7c2 1.3 3.9 1.9 6.2 2.1v4.4c0 3.9-2.4 6.4-6.2 7.9-3.8-1.5-6.2-4-6.2-7.9V4.8C6.1 4.6 8 4 10 2.7zM7 9.9l2.2 2.2 3.9-4.3",
            ),
            Self::No => ("answer no", "M5.5 10h9"),
        };
        let (role, hidden) = if label.is_some() {
            (Some("img"), None)
        } else {
            (None, Some("true"))
        };
        html! {
            <svg {class} viewBox="0 0 20 20" {role} aria-label={label} aria-hidden={hidden}><path d={path} /></svg>
        }
    }
}

/// The product's mark.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            <rect width="20" height="20" rx="4" />
            <circle cx="7" cy="10" r="3" />
            <path d="M10 10h6.5M13.5 10v2.5M16.2 10v3.5" />
        </svg>
    }
}
