//! The interface: Yew components over a [`backend::Backend`], one view per recipe and the shared shell.
//!
//! Every control that tests press carries a stable `data-testid`:
//!
//! - frame: `language`, `close`, `target`, `nav-overview`, `nav-teams-chat`, `nav-disconnect-rights`, `nav-history`,
//!   `nav-settings`, `refresh`, `read-at`, `bar`, `bar-review`, `bar-discard`
//! - views: `overview`, `teams-chat`, `disconnect`, `plan`, `run`, `history`, `settings`
//! - overview: `overview-summary-<recipe>`, `readiness-<recipe>-<line>` with `data-readiness`, `fix-<recipe>-<line>`,
//!   `unfix-<recipe>-<line>`
//! - Teams chat: sections `chat-on`, `chat-types`, `chat-timeline`, `chat-profiles`, `chat-pages`, `chat-access`,
//!   `chat-check`, `chat-data`, `chat-blueprint`, `chat-files`; in them `chat-scope-all`, `chat-scope-selected`, `chat-scope-off`,
//!   `chat-scope-change`, `chat-page-leave`, `chat-page-on`, `chat-page-off`, `chat-app-<unique name>`,
//!   `chat-publish-<unique name>`, `chat-consent`, `chat-availability`, `show-<locator>`, `chat-pointed`; per record type
//!   `chat-row-<table>`, `chat-open-<table>`, `chat-remove-<table>`, `chat-<note|join|owner|connector|updates>-<table>`,
//!   `chat-view-<table>`, `chat-card`, `chat-card-secured`, `chat-followed`, `chat-columns-search`,
//!   `chat-column-<column>`; `chat-add`, `chat-tables-search`, `chat-add-<table>`, `chat-timeline-switch`,
//!   `chat-pane-<unique name>`, `chat-profile-new`, `chat-profile-add`, `chat-pages-app`, `chat-pages-place`,
//!   `chat-pages-publish`, `chat-pages-there`, `chat-role-<name in lower case, dashes between words>`,
//!   `chat-productivity`, `chat-blueprint-save`, `chat-blueprint-open`, `chat-compared`, `chat-blueprint-take-<n>`,
//!   `chat-blueprint-all`, `chat-blueprint-close`, `chat-blueprint-left`, `chat-csv-<list>`, `chat-json`;
//!   `chat-check-look`, `chat-check-result`, `chat-check-seen`, after a run as well
//! - disconnect rights: `toggle-owner-<logical name>`, `toggle-connector-<logical name>`, `all-owner-on`,
//!   `all-owner-off`, `all-connector-on`, `all-connector-off`, `ordinary`, `preset-new-organization`,
//!   `chats-for-all`, `affected`, `affected-gain`, `affected-lose`, `affected-hold`, `ask-type`, `ask-user`, `ask-owner`,
//!   `ask-connector`, `ask-verdict`, `ask-all-rows`, `published-rows`, `users`, `users-search`, `users-type`,
//!   `users-only-changed`, `users-count`, `users-shown`, `users-all`, `users-previous`, `users-next`,
//!   `role-<name in lower case, dashes between words>` with `data-role-id`, `roles-others`, `roles-search`,
//!   `no-privilege`, `not-allowed-types`, `not-allowed-roles`, `export-view`, `export-csv`, `export-json`
//! - plan: `plan-save`, `plan-step-<n>`, `plan-name`, `plan-name-<n>` from 2, `plan-name…-for`, `plan-others`,
//!   `plan-apply`, `plan-cancel`, `plan-refused`
//! - run: `run-status` with `data-phase`, `run-step-<n>` with `data-state`, `run-pause`, `run-resume`, `run-cancel`,
//!   `run-throttled`, `run-waiting`, `run-admin-done`, `run-held`, `run-go-on`, `run-asks`, `run-asking`,
//!   `asking-open`, `asking-leave`, `asking-undo`, `asking-retry`, `asking-go-on`, `run-done`, `run-ended`, `run-way-back`,
//!   `run-stopped`, `run-undo`, `run-evidence`, `run-close`; what only the admin has, there and in the plan:
//!   `slots`, `slot-<id>`, `slot-state-<id>`, `slots-give`; `secret-<id>`, `secret-show`, `secret-value`, `secret-copy`,
//!   `secret-stored`; `found`, `found-<id>`, `found-copy-<id>`
//! - history: `history-run-<n>` with `data-standing`, `history-undo`, `history-resume`, `history-settle`,
//!   `history-evidence` (from the second run on with `-<n>` behind), `history-export`, `history-clear`,
//!   `history-clear-confirm`, `history-refused`
//! - settings: `settings-language`, `permission-remove-<permission>`, `permission-kept`, `client-id`, `client-id-note`,
//!   `client-id-save`, `sign-in-account`, `sign-in-tokens`, `sign-in-forget`, `registration`, `redirect-<n>`, `copy-<n>`
//! - sign-in, wherever it is needed: `needs-sign-in` with `data-state`, `signed-in`, `sign-in`, `sign-in-again`,
//!   `sign-in-other`, `sign-in-allow`, `sign-in-settings`, `sign-in-busy`
//! - the Bright Pattern account: `bright-pattern` with `bright-page-state`, `bright-host`, `bright-open`,
//!   `bright-tenant`, `bright-pattern-<address>`, `copy-bright-pattern-<address>`, `bright-name`, `bright-default`,
//!   `bright-loses`, `bright-client-id-field`, `bright-secret-typed`, `bright-secret-made`, `bright-prepare`,
//!   `bright-app-<part>`
//! - Salesforce: `salesforce-host`, `salesforce-key`, `salesforce-note`, `salesforce-save`, `salesforce-account`,
//!   `salesforce-forget`, `salesforce-registration`, `callback-<n>` in settings; `needs-salesforce` with `data-state`,
//!   `salesforce-sign-in`, `salesforce-sign-in-other`, `salesforce-again`, `salesforce-allow`, `salesforce-signed-in`;
//!   `salesforce-connection` with `salesforce-state`, `salesforce-second-tenant`, `salesforce-missing`,
//!   `salesforce-drift`, `salesforce-known`, `salesforce-parts`, `salesforce-wish-<wish>`, `salesforce-proof`,
//!   `salesforce-object-<object>`, `salesforce-field-<field>`, `salesforce-csv`, `salesforce-json`
//! - the readiness report: `readiness` with `deploy-source-<system>` with `data-read`, `deploy-source-<system>-choose`, `deploy-sign-in`, `deploy-audience`, `deploy-way-<way>`,
//!   `deploy-group-name`, `deploy-group-seek`, `deploy-group-refusal`, `deploy-group-<id>`, `deploy-names`, `deploy-names-take`, `deploy-said`,
//!   `deploy-people-count`, `deploy-absent`, `deploy-summary`, `deploy-step-<n>` and `deploy-<point>` with
//!   `data-readiness`, `deploy-names-<point>`, `deploy-checked-<point>`, `deploy-open-<point>`, `deploy-fix-<repair>`,
//!   `deploy-unfix-<repair>`, `deploy-dismiss-<user>`, `deploy-licence-sku`, `deploy-location`, `deploy-set`, `deploy-welcome-message`,
//!   `deploy-welcome-language`, `deploy-welcome-without`, `deploy-welcome-copy`, `deploy-welcome-mail`, `deploy-welcome-save`, `deploy-page`,
//!   `deploy-json`
//! - no organization: `state-no-organization`, `organization-<host>`, `organization-again`
//! - exceptional states: `state-loading`, `state-empty`, `state-error`, `state-signed-out`, `state-no-permission`,
//!   `state-offline`, `state-partial-<part>`, `state-unreadable-<part>`, `other-user`, `state-watching`, `state-interrupted`,
//!   `try-again`, `interrupted-resume`, `interrupted-undo`

mod acting;
pub mod app;
mod asking;
pub mod backend;
mod bar;
mod bright;
mod chat;
mod deployment;
mod disconnect;
mod drawing;
mod fix_button;
mod history;
mod icon;
mod language;
mod lead;
mod notice;
mod organization;
mod other_user;
mod outside;
mod overview;
mod panel;
mod part;
mod portals;
mod preview;
mod reading;
mod remembered;
mod reminder;
mod route;
mod run;
mod salesforce;
pub mod say;
mod settings;
mod shell;
pub mod sign_in;
mod slots;
mod stays;
mod step;
mod target;
mod tasks;
mod value;
mod view;
