# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Who can disconnect?
content-updated = Latchkey was updated; reload this page
content-expand = Show Latchkey

## When the panel itself has failed; written into panel.js by the build, so plain text only
stopped-why = Latchkey stopped because of an error. Nothing is lost: what was applied is in the history.
stopped-reload = Reload
stopped-speechless = Latchkey could not read its own texts. Reload; if that does not help, install the extension again.

## Disconnect rights
disconnect-title = Disconnect rights
disconnect-subtitle = Who may disconnect a Teams chat from a record
disconnect-still-reading = Still being read
disconnect-toggle-owner = Record owner can disconnect chats
disconnect-toggle-connector = Chat connector can disconnect chat
disconnect-privilege-label = { $privilege }
disconnect-role-right = Privilege of { $role }
disconnect-grant-direct = Through the role { $role }.
disconnect-grant-through-team = Through the role { $role } of the team { $team }.
disconnect-verdict-global = A role gives the right on every record.
disconnect-verdict-owner = Owns the record, and the owner switch for { $type } is on.
disconnect-verdict-connector = Connected the chat last, and the connector switch for { $type } is on.
disconnect-verdict-owner-off = Owns the record, but the owner switch for { $type } is off.
disconnect-verdict-not-owner = Does not own the record.
disconnect-verdict-connector-off = Connected the chat last, but the connector switch for { $type } is off.
disconnect-verdict-not-connector = Did not connect the chat last.
disconnect-verdict-no-role = No role gives the right.
disconnect-verdict-rows = { $count ->
    [one] Row { $rows } of the published table decides.
   *[other] Rows { $rows } of the published table decide.
  }
disconnect-verdict-derived = Derived: no published row covers this combination, so the rule behind the table decides.
disconnect-verdict-owning-team-unproven = A team owns the record. Whether its members count as owners is not yet proven on a live tenant, so both answers are shown.
disconnect-verdict-roles-unread = The roles could not be read completely: a role may give the right.
disconnect-effect-owner-on = Owners of a record of type { $type } may disconnect its chats.
disconnect-effect-owner-off = Owners of a record of type { $type } may no longer disconnect its chats, unless a role or having connected the chat lets them.
disconnect-effect-connector-on = Who connected a chat last to a record of type { $type } may disconnect it.
disconnect-effect-connector-off = Who connected a chat last to a record of type { $type } may no longer disconnect it, unless a role or owning the record lets them.
disconnect-no-access = You are signed in to { $host }, but not as an enabled user of this environment. Ask an administrator to add you.
disconnect-record-types-absent = This environment has no Teams chat settings. Install or update the Customer Service apps, then read again.
disconnect-generation-unknown = The Teams chat settings of this environment have other columns than Latchkey knows. Change them on the portal's own page.
disconnect-privilege-absent = This environment has no privilege for disconnecting chats, so no role can give the right.
disconnect-privilege-ambiguous = Several privileges look like the one for disconnecting chats. Change roles in the Power Platform admin center.
disconnect-missing-role = { $role } could not be read. { $why }
disconnect-missing-unknown-roles = { $count ->
    [one] { $count } assignment is of a role that could not be read.
   *[other] { $count } assignments are of roles that could not be read.
  }
disconnect-remark-privilege-renamed = The privilege is called { $privilege } here; Latchkey recognised it by parts of its name.
disconnect-remark-roles-disagree = The quick list of role privileges disagrees with what { $role } says of itself, so every role was read by itself.
disconnect-remark-roles-quick-partial = The quick list of role privileges could not be read to its end, so every role was read by itself.
disconnect-remark-roles-quick-refused = The quick list of role privileges was refused, so every role was read by itself.
disconnect-remark-user-roles-disagree = The quick list of role assignments disagrees with your own roles, so every user’s roles were read.
disconnect-remark-user-roles-refused = The quick list of role assignments was refused, so every user’s roles were read.
disconnect-remark-teams-refused = The quick lists of teams were refused, so every team’s members and roles were read.
disconnect-remark-own-right = By what was read, your own right to disconnect differs from what the service says. It may not have taken in the last change yet.
disconnect-plan-title = { $count ->
    [one] Disconnect rights: { $count } change
   *[other] Disconnect rights: { $count } changes
  }
disconnect-plan-nothing = Nothing is changed, so there is nothing to plan.
disconnect-plan-incomplete = No plan is made from an incomplete list. Not completely read: { $what }. Read again, or ask somebody with more rights.
disconnect-plan-role-fixed = { $role } cannot be changed.
disconnect-plan-own-last-way = { $role } is your own last way to this right. Without it you could not give it back. Ask another administrator, or give yourself another role first.
disconnect-plan-not-allowed = You have no privilege to change this: { $what }. Ask an administrator.
disconnect-plan-gone = Something you changed is no longer there. Read again.
disconnect-step-toggle = { $type }: who may disconnect chats
disconnect-step-grant = { $role }: grant the privilege
disconnect-step-take = { $role }: take the privilege away
disconnect-step-reason = Your choice.
disconnect-unproven-record-type = That these columns hold the page’s switches is documented by their names, but not yet proven on a live tenant.
disconnect-unproven-privilege = The privilege’s name comes from a single source and is not yet proven on a live tenant.
disconnect-note-gain = { $count ->
    [one] { $count } user gains the right on every record: { $names }
   *[other] { $count } users gain the right on every record: { $names }
  }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
  }
disconnect-note-lose = { $count ->
    [one] { $count } user loses the right on every record: { $names }
   *[other] { $count } users lose the right on every record: { $names }
  }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
  }
disconnect-note-nobody = Nobody gains or loses the right through these role changes.
disconnect-note-no-conditional-write = Roles have no conditional write: each is read right before it is changed, and read again after.
disconnect-undo-as-read = By what was read { $time }: { $note }
disconnect-undo-unread = Who gains and who loses the right has not been read. Read again, then open this preview again.
disconnect-lock-who = You and the organization
disconnect-lock-where = The environment
disconnect-lock-user = Signed-in user
disconnect-lock-organization = Organization
disconnect-lock-environment = Environment
disconnect-lock-name = Name of the environment
disconnect-lock-header = User shown by the portal
disconnect-reason-host = To read and change the Teams chat settings, roles and users of this environment with your own sign-in.
disconnect-ready-types = { $count ->
    [one] The switches of { $count } record type are on
   *[other] The switches of all { $count } record types are on
  }
disconnect-ready-types-off = { $count ->
    [one] { $count } of { $all } switches is off
   *[other] { $count } of { $all } switches are off
  }
disconnect-ready-types-off-evidence = Each record type has its own two; a new organization begins with all of them on
disconnect-ready-types-none = No record type is set up for connected chats
disconnect-ready-types-unread = The record types could not be read
disconnect-ready-roles = { $count ->
    [one] { $count } default role holds the privilege
   *[other] All { $count } default roles hold the privilege
  }
disconnect-ready-role-lost = { $role } lost a default right
disconnect-ready-role-lost-evidence = { $users ->
    [one] Role without the privilege; { $users } user has it
   *[other] Role without the privilege; { $users } users have it
  }
disconnect-ready-role-lost-evidence-unread = Role without the privilege; how many users have it could not be read
disconnect-ready-roles-unread = The roles could not be read completely
disconnect-ready-holders = { $count ->
    [one] { $count } user may disconnect on every record
   *[other] { $count } users may disconnect on every record
  }
disconnect-ready-holders-partial = { $count ->
    [one] At least { $count } user may disconnect on every record
   *[other] At least { $count } users may disconnect on every record
  }
disconnect-ready-holders-unread = Who holds the privilege could not be read
disconnect-ready-all-tables = Chats are allowed on every table
disconnect-ready-all-tables-evidence = Tables that are not listed may be connected too; their switches are unknown
disconnect-action-add = Add to plan
disconnect-action-review = Review
disconnect-export-record-types = Record types
disconnect-export-users = Users
disconnect-export-roles = Roles
disconnect-export-partial = Incomplete: at least these

## Roles
role-depth-none = None
role-depth-user = User
role-depth-business-unit = Business unit
role-depth-parent-child = Parent: child business units
role-depth-organization = Organization
role-depth-record-filter = Record filter

## Dataverse
dataverse-error-signed-out = You are signed out of { $host }. Sign in on its page, then read again.
dataverse-error-forbidden = You have no privilege to read this: { $what }. Missing: { $privilege }. Ask an administrator for it.
dataverse-error-forbidden-unnamed = You have no privilege to read this: { $what }. Ask an administrator for it.
dataverse-error-not-found = This environment does not have it: { $what }.
dataverse-error-throttled = The service is busy and asks to wait. Read again in a few minutes.
dataverse-error-refused = The service refused to answer ({ $status }): { $what }. It says: { $message }
dataverse-error-unexpected = The answer could not be understood: { $what }. Read again; if it stays so, this environment is newer than Latchkey.
dataverse-error-page-gone = The portal page was closed or reloaded. Open it again, then read again.
dataverse-error-too-large = The answer is larger than Latchkey accepts.
dataverse-error-not-sent = The request was not sent, because Latchkey may not send it there.
dataverse-error-unreachable = The service did not answer. Check the connection, then read again.
dataverse-missing-rows = { $count ->
    [one] { $count } row could not be read: { $what }.
   *[other] { $count } rows could not be read: { $what }.
  }
dataverse-missing-too-long = The list is longer than Latchkey reads: { $what }.
dataverse-what-batch = several lists
dataverse-what-who-am-i = who is signed in
dataverse-what-organization = the environment
dataverse-what-own-user = your own user
dataverse-what-own-privileges = your own privileges
dataverse-what-privilege = the privilege
dataverse-what-record-types = the record types
dataverse-what-table = the name of a table
dataverse-what-settings = the settings
dataverse-what-roles = the roles
dataverse-what-role-privileges = the privileges of the roles
dataverse-what-users = the users
dataverse-what-teams = the teams
dataverse-what-user-roles = the roles of the users
dataverse-what-team-roles = the roles of the teams
dataverse-what-team-members = the members of the teams

## Interface: the frame
product = Latchkey
skip = Skip to content
language = Language
language-unreadable = The texts in { $language } could not be read. Try it again; if that does not help, install the extension again.
panel-close = Close panel
signed-in-as = Signed in as { $name }
list-separator = {", "}
change-to = to
at-least = ≥ { $count }
nav-overview = Overview
nav-disconnect-rights = Disconnect
nav-history = History
nav-settings = Settings
target-label = Working in
target-environment = Environment
target-organization = Organization
target-user = User
kind-production = Production
kind-sandbox = Sandbox
kind-trial = Trial
kind-developer = Developer
kind-unknown = Unknown kind
value-on = On
value-off = Off
value-yes = Yes
value-no = No
value-none = None
value-gone = Gone
value-unknown = Unknown

## Interface: reading
refresh = Read again
try-again = Try again
read-at = { $requests ->
    [one] Read { $time } in { $requests } request
   *[other] Read { $time } in { $requests } requests
  }
reading-first = Reading record types and the privilege
reading-more = Reading roles and users
signed-out-title = You are signed out
no-permission-title = You cannot read this environment
other-user = The portal shows another user
other-user-why = The page’s header names { $shown }, but you are signed in to the service as { $user }. Changes are made as { $user }; a plan stops before its first write while the two differ.
offline-title = No connection
error-title = This could not be read
offline-kept = What was read before stays here, marked with its time.
offline-kept-changes = What was read before stays here, marked with its time. Your changes are kept.
unreadable-not-none = This is unknown, not “none”.
partial-title = This list is not complete
partial-lower-bound = Counts are lower bounds: “at least”.
interrupted-title = A plan was cut off
interrupted-why = { $steps ->
    [one] Begun { $time }; { $done } of { $steps } step is proven. A read settles what happened before anything else is done.
   *[other] Begun { $time }; { $done } of { $steps } steps are proven. A read settles what happened before anything else is done.
  }
interrupted-resume = Read and continue
interrupted-undo = Read and preview undo
interrupted-settle = Only read what happened

## Interface: overview
overview-title = Overview
overview-ready-of = { $ready } of { $all } ready
overview-ready = { $count } ready
overview-in-plan = In plan
overview-remove = Remove
overview-fix-named = { $fix }: { $line }
readiness-ready = Ready
readiness-attention = Attention
readiness-blocked = Blocked
readiness-unknown = Unknown

## Interface: record types
types-title = By record type
types-caption = Who may disconnect connected chats, by record type
types-record-type = Record type
types-owner = Record owner
types-owner-means = owns the record
types-connector = Chat connector
types-connector-means = last to connect it
types-all = All record types
types-all-owner-on = All record types: record owner may disconnect, on
types-all-owner-off = All record types: record owner may disconnect, off
types-all-connector-on = All record types: chat connector may disconnect, on
types-all-connector-off = All record types: chat connector may disconnect, off
types-empty = No record type can be connected to chats
types-empty-hint = Add record types on the portal’s Teams chat page, then read again.
switch-owner = { $type }: record owner may disconnect
switch-connector = { $type }: chat connector may disconnect
ordinary-title = What this means for a user without a role that has the privilege
ordinary-means = By record type, in four situations.
ordinary-caption = Whether a user without the privilege can disconnect a chat, by record type, in four situations
chats-for-all = Chats may be connected to every table
chats-for-all-why = A setting of this environment allows chats on tables that are not listed here. Who may disconnect those is unknown.
preset-new-organization = Set as in a new organization
situation-both = Both
situation-owner = Owner
situation-connector = Con­nector
situation-neither = Neither
situation-both-means = Both: owns the record and connected the chat last
answer-by-switch = Yes, by a switch
answer-by-role = Yes, by a role
answer-no = No

## Interface: who is affected
affected-title = Who is affected
affected-if = { $changes ->
    [one] if this change is applied; nothing is written yet
   *[other] if these { $changes } changes are applied; nothing is written yet
  }
affected-gain = { $count ->
    [one] user gains
   *[other] users gain
  }
affected-lose = { $count ->
    [one] user loses
   *[other] users lose
  }
affected-hold = { $count ->
    [one] holds it by a role
   *[other] hold it by a role
  }
affected-owner = { $type }, owner
affected-connector = { $type }, connector
affected-at-most = { $count ->
    [one] at most { $count } user
   *[other] at most { $count } users
  }
affected-role = { $role }, privilege
affected-role-users = { $count ->
    [one] { $count } user
   *[other] { $count } users
  }
affected-role-users-unknown = number of users unknown
affected-losing = Losing the right:
affected-losing-more = { $count ->
    [one] {" "}and { $count } more
   *[other] {" "}and { $count } more
  }
affected-gaining = Gaining the right:
affected-gaining-more = { $count ->
    [one] {" "}and { $count } more
   *[other] {" "}and { $count } more
  }

## Interface: ask about a person
ask-title = Can this person disconnect?
ask-user = User
ask-ordinary = Ordinary user
ask-unknown-user = There is no enabled user called { $name }. Choose one from the list.
ask-owner = Owner of the record
ask-owner-not = Somebody else
ask-owner-owner = This person
ask-owner-team = A team this person is in
ask-connector = Connected the chat last
ask-yes-today = Yes today
ask-no-today = No today
ask-perhaps-today = Not known today
ask-yes-after = Yes after these changes
ask-no-after = No after these changes
ask-perhaps-after = Not known after these changes
ask-today = Today:
ask-after = After:
ask-how = How this was decided
ask-all-rows = Show all 8 published rows
fact = Fact
fact-today = Today
fact-after = After
fact-row = Published row { $row }
fact-derived = Derived
fact-any = any
fact-owner = Owns the record
fact-connector = Connected the chat last
fact-owner-switch = Owner switch, { $type }
fact-connector-switch = Connector switch, { $type }
fact-role = Privilege by a role
fact-result = Can disconnect
published-caption = The table as Microsoft publishes it. Its heading “last to disconnect” means “last to connect”.
published-row = Row
published-owner = Owner
published-connector = Last to connect
published-owner-switch = Owner switch
published-connector-switch = Con­nector switch
published-role = Role
published-result = Can

## Interface: users and roles
users-title = Users
users-complete = { $count ->
    [one] { $count } user, complete
   *[other] { $count } users, complete
  }
users-at-least = { $count ->
    [one] at least { $count } user
   *[other] at least { $count } users
  }
users-search = Search users
users-only-changed = Only those who change
users-caption = Whether each user can disconnect a chat from { $type }, in four situations
users-shown = { $from } to { $to } of { $count }
users-all = Show all
users-previous = Previous
users-next = Next
users-grant-through-team = { $role }, by team { $team }
users-left-out = { $count ->
    [one] { $count } disabled or application user is left out.
   *[other] { $count } disabled or application users are left out.
  }
roles-title = Roles with the privilege
roles-held = { $count ->
    [one] Held by { $count } user
   *[other] Held by { $count } users
  }
roles-privilege = Disconnect Teams chat from Dynamics 365 record
roles-no-privilege = This environment has no such privilege, so only the switches decide.
roles-others = { $count ->
    [one] { $count } role without the privilege
   *[other] { $count } roles without the privilege
  }
roles-others-caption = Roles without the privilege
roles-search = Search roles
roles-role = Role
roles-granted = Granted
roles-users = Users
role-default = Default
role-default-removed = Default, removed
role-added = Added here
role-fixed = cannot be changed
switch-role = { $role } has the privilege
export-title = Save what was read
export-view = What to save as CSV
export-csv = Save as CSV
export-json = Save all as JSON

## Interface: the bar and the plan
bar-summary = { $changes ->
    [one] { $changes } change
   *[other] { $changes } changes
  } · { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
  }
bar-people = { $gain ->
    [one] { $gain } user gains
   *[other] { $gain } users gain
  }, { $lose ->
    [one] { $lose } loses
   *[other] { $lose } lose
  }
bar-nothing-written = Nothing is written yet
bar-incomplete = Review is off while a list the plan rests on is incomplete
bar-still-reading = Review is off until roles and users are read
bar-discard = Discard
bar-review = Review
plan-summary = { $changes ->
    [one] { $changes } step
   *[other] { $changes } steps
  } · { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
  }
plan-save = Save as file
plan-target = Target of this plan
plan-sealed = Sealed { $time } for this target only. Read again before the first write; any difference stops the plan.
plan-notes = What this means
plan-steps = Steps
plan-refused = The plan was not started
plan-gate-production = This writes to production. Type { $name } to apply.
plan-gate-unknown = The kind of this environment is not known, so it counts as production. Type { $name } to apply.
plan-name-matches = Matches
plan-name-differs = Does not match yet
plan-outside = This plan came with the address of this tab, not from within Latchkey. It is only shown here.
plan-remake = Open this plan to apply it
plan-apply = { $changes ->
    [one] Apply { $changes } step
   *[other] Apply { $changes } steps
  }
plan-cancel = Cancel
risk-reversible = Reversible
risk-disruptive = Disruptive
risk-irreversible = Not fully reversible
kind-api = { $requests ->
    [one] API, { $requests } request
   *[other] API, { $requests } requests
  }
kind-page = { $requests ->
    [one] In the page, { $requests } request
   *[other] In the page, { $requests } requests
  }
kind-guide = { $requests ->
    [one] You do it, guided, { $requests } request
   *[other] You do it, guided, { $requests } requests
  }
step-request = Request
step-control = What is clicked
step-no-conditional-write = The service has no conditional write here: it is read right before and right after.
step-not-repeatable = Not repeatable: if the answer is lost, a read settles what happened; it is never sent twice.
start-newer-version = This plan was written by a newer Latchkey. Update, then review it again.
start-not-approved = The plan is not the one that was shown. Review it again.
start-name-not-typed = { $name } has to be typed before anything is written.
start-empty = The plan has no steps.
start-malformed = The plan does not hold together and was not started: { $detail }

## Interface: a run
run-title = Applying
run-title-paused = Paused
run-title-asking = Waiting for you
run-title-stopped = Stopped
run-title-ended = Ended
run-title-done = Done and proven
run-summary = { $done } of { $steps } done · { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
  }
run-progress = Progress of the plan
run-locking = Checking the target again before anything is written.
run-running = One write at a time. You may leave this view; after a crash the plan is taken up from the journal.
run-paused = Nothing is sent until you resume.
run-throttled = The service asked for a pause
run-throttled-why = Too many requests in a short time. Nothing was written meanwhile.
run-next-try = Next try in
run-waiting = This step is yours to do
run-admin-done = I have done it
run-held = Nothing is sent until you go on; then the target is checked again first.
run-go-on = Go on
run-stopped = Stopped before anything else was written
acting-covered = Something on the page covers Latchkey, so nothing was done. Uncover it, then press again.
run-done = Everything reads back as planned
run-done-why = Each step was read back from the service. You can undo it here or later in History.
run-ended = Not everything was done
run-ended-why = What is done stays and can be undone; the rest was not started.
run-watching = Another panel is running this plan
run-watching-why = This panel only shows how it goes. Pause, stop and undo where it was started.
run-journalled = Each step is in the journal before it is sent.
run-pause = Pause
run-resume = Resume
run-cancel = Stop
run-undo = Undo
run-undo-hint = Undo restores only what nobody changed since.
run-evidence = Save evidence
run-close = Close
asking-title = Not done: { $step }
asking-why = Steps that need this one are left out. How shall it go on?
asking-open = Decide
asking-go-on = Go on without it
asking-retry = Try again
asking-undo = Stop and preview undo
asking-leave = Stop here
state-waiting = Waiting
state-checking = Checking
state-writing = Writing
state-proving = Waiting for a read to show it
state-done = Done
state-not-yet-shown = Not yet shown
state-conflict = Changed by somebody else
state-failed = Failed
state-skipped = Not carried out
step-proving = { $tries ->
    [0] Written; reading it back.
    [one] Written; { $tries } read did not show it yet.
   *[other] Written; { $tries } reads did not show it yet.
  }
step-proved = Proven { $time }.
step-already = Already so { $time }; nothing was written.
step-read-back = { $label }: { $value }.
step-not-yet-shown = Written and accepted, but not shown when last read { $time }.
step-conflict = Somebody changed it after this plan was made. Nothing was overwritten.
step-skipped = Not carried out.
step-taken-back = Taken back since.
conflict-caption = What the plan expected, what is there now, what the plan wants
conflict-what = What
conflict-planned-from = Planned from
conflict-now = Now
conflict-wanted = Wanted

## Interface: history
history-title = History
history-lead = Every plan applied from this browser: the last 50, or 5 MB.
history-runs = Runs
history-refused = This could not be undone
history-unreadable = The history could not be read
history-empty = Nothing was applied yet
history-empty-hint = Every plan you apply is kept here with its proof and its way back.
history-unreadable-runs = { $count ->
    [one] { $count } run cannot be read by this version. It is kept.
   *[other] { $count } runs cannot be read by this version. They are kept.
  }
history-keep = Keep or forget
history-export = Save the history
history-clear = Clear
history-clear-title = Clear the history?
history-clear-why = Finished runs are forgotten, and with them the way to undo them. Unfinished ones stay.
history-clear-keep = Keep it
history-clear-confirm = Clear
history-undo = Preview undo
history-requests = Requests
history-digest = Plan digest
standing-interrupted = Interrupted
standing-unsettled = Not settled
standing-undo = Undo possible
standing-undo-part = Undo { $steps } of { $of }
standing-undone = Undone
standing-no-way-back = No way back
standing-nothing-changed = Nothing changed
undo-not-over = The run is not over. Read what happened first.
undo-unsettled = Of some steps it is not known what became of them. Read what happened first.
undo-nothing-changed = The run changed nothing.
undo-already-undone = The run has been taken back already.
undo-no-way-back = Nothing the run changed has a way back.
undo-run-gone = This run is no longer in the history.

## Interface: settings
settings-title = Settings
permissions-title = What the browser lets Latchkey do
permissions-lead = Every host and permission held now. What can be removed is asked for again when it is needed.
permissions-reading = Reading permissions
permission = Host or permission
permission-standing = Standing
permission-required = Needed to work
permission-hosts = { $count ->
    [one] { $count } address of Dynamics 365 organizations
   *[other] { $count } addresses of Dynamics 365 organizations
  }
permission-remove = Remove
permission-remove-named = Remove { $permission }
permission-kept = { $permission } could not be removed
privacy-title = What is kept
privacy-text = Plans and their proof are kept in this browser only. No password, token or secret is stored, and nothing is sent anywhere but to your own services.

## Blueprint: a file that is opened
blueprint-too-large = This file is larger than a blueprint ever is, so it was not opened.
blueprint-another-file = This file is no blueprint of Teams chat. Choose a file that Latchkey saved as one.
blueprint-newer = This blueprint was written by a newer Latchkey. Update, then open it again.
blueprint-not-understood = This blueprint is not understood at { $place }, so nothing of it was taken. Correct that place in the file, or save the blueprint again.

## Plan engine
run-answer-absent = the service says that this row does not exist
run-answer-malformed = the answer could not be understood
run-answer-too-large = the answer is larger than { $limit } bytes
run-guard-unreadable = It could not be read before writing, so nothing was written: { $why }.
run-proof-unreadable = It was sent, but what became of it could not be read: { $why }.
run-journal-full = The browser has no room for the journal of this plan. Clear the history, then try again.
run-journal-unreachable = The journal cannot be reached, so nothing is written. Reload the extension, then try again.
run-keeps-changing = Somebody keeps changing this. Try again later.
run-lease-held = Another panel is running a plan on this environment.
run-lock-mismatch = { $target } is not what this plan was made for. Different now: { $what }.
run-lock-unreadable = { $target } could not be checked ({ $what }): { $why }.
run-no-etag = The service named no version of this row, so a safe write is not possible.
run-not-carried-out = Nothing of it stands: it reads as it did before.
run-not-sent = not sent: { $reason }
run-outcome-unknown = Whether it was carried out could not be established. Read again before you decide.
run-page-gone = the portal page was closed or reloaded
run-refused = The service refused it ({ $status } { $code }): { $message }
run-refused-business-unit = The service refused it: this is a copy of the role in a business unit. Only the root copy can be changed.
run-refused-forbidden = The service refused it: { $message }
run-refused-grant = The service refused it: you cannot grant a privilege you do not hold yourself. Missing: { $privileges }
run-refused-privilege = The service refused it: you lack { $privileges }. Ask an administrator.
run-service-error = the service failed ({ $status })
run-signed-out = You are signed out. Sign in on the portal page, then go on.
run-unreachable = no answer from { $host }
undo-plan = Undo “{ $plan }”
undo-step = Undo “{ $step }”
undo-reason = As it was before.
undo-left-changed-since = Left alone, because somebody changed it since: { $step }
undo-left-no-way-back = Left as it is: { $step }. { $why }
undo-left-not-shown = Left as it is, because it was never shown: { $step }
