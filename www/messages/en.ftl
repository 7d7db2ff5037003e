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
disconnect-step-owner = { $type }: Record owner can disconnect chats
disconnect-step-connector = { $type }: Chat connector can disconnect chat
disconnect-step-grant = { $role }: grant the privilege
disconnect-step-take = { $role }: take the privilege away
step-chosen = { $count ->
    [0] You chose it.
    [one] You chose “{ $to }” for { $what }.
   *[other] You chose these { $count } settings.
  }
disconnect-unproven-record-type = That Dataverse keeps the page’s switches here is concluded from the names, and not yet proven on a live tenant.
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
disconnect-note-no-conditional-write = Roles cannot be locked while they are changed: each is read right before, and read again after, so that a change somebody else makes in between is noticed.
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

## Teams chat
chat-title = Teams chat
chat-reason-host = To read and change the Teams chat settings, apps, tables, roles and site maps of this environment with your own sign-in.
chat-plan-title = { $count ->
    [one] Teams chat: { $count } change
   *[other] Teams chat: { $count } changes
  }
chat-switch = Turn on Microsoft Teams chats inside Dynamics 365
    .is-true = On
    .is-false = Off
    .is-none = Not set
chat-layer-environment = Value for the environment
chat-layer-app = Value for the app { $app }
chat-layer-published = Published value of { $setting } for { $app }
chat-value-unset = Not set
chat-value = { $value }
chat-switch-undefined = The setting for Teams chat is listed, but its definition could not be understood. Use the portal’s own page.
chat-switch-unknown-app = An app that is not in the list has a value of its own.
chat-step-first = Switch Teams chat on for the first time
chat-step-environment = Teams chat for all apps
chat-step-app = Teams chat in { $app }
chat-step-page = Teams chat on the page’s own switch
chat-step-page-save = Save the page
chat-page-saved = Everything on the page is saved
    .is-true = yes
    .is-false = no
chat-step-publish = Publish { $app }
chat-published = { $app }
chat-published-waiting = Waits to be published
chat-published-done = Published
chat-step-type = { $type }: Teams chat settings
chat-step-add = { $type }: allow chats to be connected to this record type
chat-step-remove = { $type }: remove the record type
chat-step-timeline = Sync Teams chats with records (Preview)
chat-step-read = { $role }: Read on { $table }
chat-step-reads = { $role }: Read on the tables of the productivity pane
chat-step-site-map = { $app }: settings page in the site map
chat-step-profile = Make the profile { $profile } from the default profile
chat-step-pane = { $profile }: Microsoft Teams in the productivity pane
chat-reason-consent = The first time, Microsoft asks a global administrator to consent for the whole tenant. Only a person can do that.
chat-reason-page = This environment has no setting for Teams chat, so the page’s own switch is used.
chat-reason-page-save = What was changed on the page counts once it is saved there.
chat-reason-publish = What was changed counts once the app is published. Nobody else’s draft was found.
chat-reason-publish-drafts = What was changed counts once the app is published. Changes that others have not published yet go along.
chat-reason-publish-unknown = What was changed counts once the app is published. Whether others have unpublished changes could not be read.
chat-reason-timeline = Only global administrators can set this up.
chat-reason-pane = Custom roles need Read on these tables to reach the productivity pane.
chat-guide-first = On the Teams chat page, turn the switch on, let a global administrator consent, keep “Turn on for all Dynamics 365 apps” and save.
chat-guide-first-selected = On the Teams chat page, turn the switch on, let a global administrator consent, choose “Turn on for selected Dynamics 365 apps” and save.
chat-guide-page-on = On the Teams chat page, turn the switch on. If a window asks for consent, a global administrator gives it.
chat-guide-page-save = Select Save on the Teams chat page.
chat-guide-profile = On the Agent experience profiles page, copy the default profile and name the copy { $profile }.
chat-guide-pane-on = Open the profile { $profile }, edit its productivity pane, and turn Microsoft Teams on.
chat-guide-pane-off = Open the profile { $profile }, edit its productivity pane, and turn Microsoft Teams off.
chat-undo-first = The page may have written more than one value. Switch it off on the page; the tenant’s consent is withdrawn in Microsoft Entra.
chat-undo-by-hand = You made it by hand; delete it on the profiles page if it is not wanted.
chat-unproven-switch = That this setting is the page’s main switch is concluded from its name, and not yet proven on a live tenant.
chat-unproven-page = How this generation’s page stores its switch is not published.
chat-unproven-add = That being on this list is all a record type needs is not yet proven on a live tenant.
chat-unproven-remove = Whether the page itself deletes a record type’s entry or makes it inactive is not yet proven on a live tenant.
chat-unproven-format = Nothing in this environment shows how the product writes this value; it is written the way its documentation suggests.
chat-unproven-timeline = Whether the page’s own switch changes anything besides is not yet proven on a live tenant.
chat-unproven-site-map = This exact entry has not yet been proven on a live tenant.
chat-unproven-pane = Which tool of the pane is Microsoft Teams is told by its name, and not yet proven on a live tenant.
chat-unproven-consent = Which of these apps Dynamics 365 uses is not published, and not yet proven on a live tenant.
chat-note-drafts = Publishing { $app } also releases what others have not published yet: { $drafts }
chat-note-drafts-unread = Whether others have unpublished changes in { $app } could not be read; publishing would release them.
chat-note-unpublished = { $app } is not published by this plan: the change waits until somebody publishes it.
chat-note-draft-stays = Should this be taken back before { $app } is published, its site map is as it was, but the service keeps a draft that equals what is published: no way to discard one is documented.
chat-effect-note-on = A chat newly connected to a record of type { $type } begins with a note on the record.
chat-effect-note-off = A chat newly connected to a record of type { $type } begins without a note on the record.
chat-effect-join-on = Who may write a record of type { $type } can view its connected chats and join them, without having been in them.
chat-effect-join-off = Who was not in a chat connected to a record of type { $type } can no longer view it and join it by themselves.
chat-effect-updates-on = Everybody in a chat connected to a record of type { $type } is told when one of the chosen columns changes.
chat-effect-updates-off = Nobody in a chat connected to a record of type { $type } is told of changed columns any more.
chat-effect-listed = { $type } is on the list of record types chats can be connected to.
chat-effect-unlisted = { $type } is no longer on the list of record types chats can be connected to.
chat-effect-timeline-on = Connected chats show on the timelines of their records, and chat activities are kept in Dataverse for that.
chat-effect-timeline-off = Teams chats are no longer synced with the timelines of records.
chat-effect-reads-on = Users with the role { $role } can read what the productivity pane needs.
chat-effect-reads-off = Users with the role { $role } can no longer read all that the productivity pane needs, unless another role lets them.
chat-effect-one-by-one = A role is given several privileges at once, but they can be taken from it only one by one: so what was one step for { $role } is taken back in { $count } steps.
chat-note-consent = The consent is for the whole tenant and stays when the switch is taken back.
chat-global-unknown = Only global administrators can set up the timeline; others are refused. Whether you are one is told once you sign in to Microsoft Graph, under “{ $where }”.
chat-global-yes = Only global administrators can set up the timeline. You are one.
chat-global-no = Only global administrators can set up the timeline, and none of your active roles is that one: expect to be refused. Activate the role first, or ask somebody who has it.
chat-global-other = Only global administrators can set up the timeline. You are signed in to Microsoft Graph with another account, { $account }, so whether you are one is not known.
chat-global-unread = Only global administrators can set up the timeline. Whether you are one could not be read. { $why }
chat-plan-fixed = This environment’s setting for Teams chat cannot be changed.
chat-plan-no-environment = Here the setting has no value for the environment. Choose apps instead.
chat-plan-no-apps = Here the setting has no values for apps. Turn it on for all apps, or off.
chat-plan-columns = A chosen column cannot be followed, or there are more than five. Choose other columns.
chat-plan-no-key-updates = { $what } is virtual or has no Update message, so it cannot have key updates. Leave them off.
chat-plan-no-privilege = A privilege a role needs cannot be granted here.
chat-plan-managed = { $what } came with a solution and is not changed.
chat-plan-no-place = { $what } has no such place, has the page already, or could not be understood. Read again.
chat-note = Include a note
chat-view = View of the note
chat-view-default = The product’s default
chat-join = Join chat
chat-key-updates = Receive notification on key updates
chat-followed = Columns of key updates
chat-followed-none = None
chat-auto-name = Auto name chats
chat-suggestions = Suggestions
chat-ai-introduction = AI introduction
chat-state = State of the row
chat-type-row = Record type
chat-type-listed = Listed
chat-type-unlisted = Not listed
chat-timeline = Sync Teams chats with records (Preview)
chat-read-of = Read on { $table }
chat-table-app-profile = App profile
chat-table-tab-template = Application tab template
chat-table-notification-field = Notification field
chat-table-notification-template = Notification template
chat-table-pane-tab = Pane tab configuration
chat-table-pane-tool = Pane tool configuration
chat-table-pane = Productivity pane configuration
chat-site-map = Site map of { $app }
chat-settings-page = Teams chat settings page
chat-page-absent = Not in the site map
chat-page-at = { $area }, { $group }
chat-map-page = With the settings page { $id } in { $area } › { $group }: { $url }
chat-map-no-page = Without the settings page
chat-map-added = Added: { $what } at { $place }
chat-map-removed = Gone: { $what } from { $place }
chat-map-changed = Changed: { $what } at { $place }
chat-map-other = The same entries, in another order or with other spacing
chat-map-same = No difference
chat-map-unknown = A site map that could not be understood
chat-profile = Profile { $profile }
chat-profile-absent = Not there
chat-profile-there = There
chat-teams-in-pane = Microsoft Teams in the pane of { $profile }
chat-missing-app = What { $app } is made of could not be read. { $why }
chat-missing-site-map = The site map of { $app } could not be read.
chat-missing-principal = The name of the app with the service principal { $id } could not be read. { $why }
chat-site-map-unknown = The site map could not be understood, so nothing is written to it.
chat-drafts-unread = What is not published yet could not be read, so nothing is written that could lose somebody’s draft. { $why }
chat-needs-sign-in = Needs a sign-in to Microsoft Graph
chat-consent-needs-sign-in = Not read here; in Chat, a sign-in to Microsoft Graph with Directory.Read.All tells who holds { $permissions }
chat-ready-consent-held = Held by some app for the whole organization: { $permissions }. Whether by the one Dynamics 365 uses is not yet proven on a live tenant.
chat-ready-consent-none = No app that could be read holds any of them for the whole organization.
chat-not-read-yet = Not read yet
chat-ready-all = On for all apps, those added later as well
chat-ready-selected = { $count ->
    [one] On for { $count } app
   *[other] On for { $count } apps
  }
chat-ready-off = Off for all apps
chat-ready-never-on = Teams chat has never been switched on
chat-ready-switch-absent = Whether Teams chat is on could not be told
chat-ready-switch-absent-evidence = This environment has no such setting; the portal’s own page shows it
chat-ready-switch-unread = The switch of Teams chat could not be read completely
chat-ready-waiting = { $count ->
    [one] { $count } app waits to be published
   *[other] { $count } apps wait to be published
  }
chat-ready-types = { $count ->
    [one] Chats can be connected to { $count } record type
   *[other] Chats can be connected to { $count } record types
  }
chat-ready-no-columns = { $type }: key updates are on, but no column is chosen
chat-ready-no-view = { $type }: the chosen view of the note is no longer there
chat-ready-timeline-on = Teams chats are synced with records
chat-ready-timeline-off = Teams chats are not synced with records
chat-ready-timeline-alone = The timeline is synced, but Teams chat is off
chat-ready-timeline-unread = The timeline could not be read
chat-ready-consent = { $count ->
    [one] { $count } permission to Teams data
   *[other] { $count } permissions to Teams data
  }
chat-ready-access = No custom role has only a part of what the productivity pane needs
chat-ready-access-unread = What roles need for the productivity pane is not known
chat-ready-role-lacks = { $count ->
    [one] { $role } lacks { $count } of the seven Reads of the productivity pane
   *[other] { $role } lacks { $count } of the seven Reads of the productivity pane
  }
chat-ready-pages = { $count } of { $all } custom apps have the settings page in their site map
chat-ready-pages-unread = The site maps of custom apps could not be read completely
chat-ready-profiles = Custom profiles with Microsoft Teams in the pane: { $on }; without: { $off }
chat-ready-profiles-unclear = Of some it could not be told: the two ways a pane is bound to a profile disagree, none of its tabs is known as Microsoft Teams, or it could not be read
chat-ready-profiles-unread = The profiles could not be read completely
chat-page-title = Teams chat settings

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
dataverse-error-not-sent = The request was not sent: Latchkey asks only environments whose page the browser lets it use. Open a page of the environment, then read again.
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
dataverse-what-app-components = what apps are made of
dataverse-what-app-settings = the settings of the apps
dataverse-what-apps = the apps
dataverse-what-columns = the columns
dataverse-what-message-filters = which tables can be followed
dataverse-what-panes = the productivity panes
dataverse-what-profiles = the profiles
dataverse-what-site-maps = the site maps
dataverse-what-tables = the tables
dataverse-what-timeline = the timeline
dataverse-what-views = the views

# Sign-in with Microsoft Entra ID: what went wrong, and what the admin can do
sign-in-error-no-client = Latchkey has no client app in this tenant yet. Register one, then enter its application (client) ID in Settings.
sign-in-error-tenant-unknown = The environment does not tell which tenant it is in, so Latchkey cannot sign in to the right one. Open a page of the environment, then try again.
sign-in-error-host = The browser does not let Latchkey reach { $host } yet. Allow it, then go on.
sign-in-error-cancelled = The sign-in did not come to its end, and nothing was changed. If its window showed “Need admin approval”, sign in with an account that may consent, or ask an administrator to grant admin consent to the client app. AADSTS50011: its registration lacks this browser’s redirect address. AADSTS700016: the application (client) ID is not of this tenant.
sign-in-error-expired = Nobody is signed in, or the sign-in has ended. Sign in.
sign-in-error-consent = You have not consented to these permissions. Sign in and accept them; if you may not, sign in with an account that may, or ask an administrator to grant admin consent to the client app.
sign-in-error-admin-consent = Only an administrator may consent to these permissions ({ $code }). Sign in with such an account, or ask for admin consent: Entra admin center > App registrations > the client app > API permissions > Grant admin consent.
sign-in-error-account = That account cannot be used in this tenant. Sign in with another one.
sign-in-error-account-named = You are signed in as { $account } and chose another account in the window. Choose the same one, or forget the sign-in in Settings first.
sign-in-error-tenant = That account is signed in to tenant { $signed-in }, but the environment is in tenant { $wanted }. Sign in with an account of that tenant.
sign-in-error-app = This tenant does not know the client app, or it is switched off there. Check the application (client) ID in Settings and the registration.
sign-in-error-redirect = The client app is not registered with this browser’s redirect address, or not as a single-page application. Add the address to that platform.
sign-in-error-policy = A policy or a missing assignment does not allow this sign-in ({ $code }). Ask an administrator of the tenant.
sign-in-error-offline = { $host } did not answer. Check the connection, then try again.
sign-in-error-page = Entra refused the sign-in on a page of its own, and the browser closed it. Mostly the account is not of this tenant, or the tenant does not know the client app: sign in with another account, or check the application (client) ID in Settings and the registration.
sign-in-error-refused = The sign-in was refused. Try again; if it stays so, ask an administrator of the tenant.
sign-in-error-refused-code = The sign-in was refused with { $code }. Try again; if it stays so, ask an administrator of the tenant.
sign-in-error-unexpected = What came back is no answer to this sign-in, so nothing of it was used. Try again.

# What is signed in to, and what each permission is for
sign-in-resource-graph = Microsoft Graph
sign-in-resource-power-platform = PowerApps Service
sign-in-resource-power-platform-api = Power Platform API
sign-in-resource-teams = Skype and Teams Tenant Admin API
sign-in-why-profile = to show who is signed in
sign-in-why-directory = to check your own roles and the licences that are free before anything is planned, and to read which apps the organization has consented to
sign-in-why-directory-readiness = to read your own roles, the licences, and who will use the app
sign-in-why-applications = to make the app registration, its secret and its service principal
sign-in-why-applications-read = to read app registrations and when their secrets end
sign-in-why-policies = to know what the tenant allows for app secrets
sign-in-why-grants = to grant the app’s delegated permission for the organization
sign-in-why-users = to make the lead writer’s user, and to give licences
sign-in-why-users-readiness = to give licences, and the usage location they need
sign-in-why-power-platform = to read environments and data policies, and to add the app to an environment as an application user
sign-in-why-power-platform-readiness = to read environments and data policies, and to let the Salesforce connector through data policies that block it
sign-in-why-connector-policies = to read advanced connector policies
sign-in-why-teams = to read policies of Microsoft Teams and to turn transcription on

# What a cloud service answered instead of data
cloud-error-signed-out = You are not signed in to { $host }, or no longer. Sign in, then read again.
cloud-error-denied = You may not read this: { $what }. It needs the permission { $permission }.
cloud-error-denied-role = You may not read this: { $what }. It needs the permission { $permission } and the role { $role }, or a higher one.
cloud-error-not-found = This tenant does not have it: { $what }.
cloud-error-throttled = The service is busy and asks to wait. Read again in a few minutes.
cloud-error-refused = The service refused to answer ({ $status } { $code }): { $what }.
cloud-error-unexpected = The answer could not be understood: { $what }. Read again; if it stays so, the service is newer than Latchkey.
cloud-error-unreachable = { $host } did not answer. Check the connection, then read again.
cloud-error-too-large = The answer is larger than Latchkey accepts.
cloud-error-not-sent = The request was not sent: the browser does not let Latchkey reach this service, or the request is not part of the approved plan. Sign in again, then read again.
graph-what-me = who is signed in
graph-what-groups = groups
graph-what-members = who is in the group
graph-what-organization = the tenant
graph-what-roles = the directory roles
graph-what-application = the app registration
graph-what-applications = the app registrations
graph-what-owners = the owners of the app registration
graph-what-service-principal = the service principal
graph-what-permission-grants = the permissions granted
graph-what-user = the user
graph-what-users = the users
graph-what-licences = the licences
graph-what-app-management-policy = what the tenant allows for app secrets
power-platform-what-environments = the environments
power-platform-what-environment = the environment
power-platform-what-policies = the data policies
power-platform-what-policy = the data policy
power-platform-what-connector-policies = the advanced connector policies
teams-what-meeting-policy = the meeting policy of Teams
teams-what-setup-policies = the set-up policies of Teams

# Sign-in: the notice, and the section in Settings
sign-in-title = Sign-in to cloud services
sign-in-lead = Some recipes ask Microsoft Graph or the Power Platform. They do it as you, with your own client app; the tokens are kept in memory only and are gone with the browser.
sign-in-asking = Looking who is signed in
sign-in-busy = Waiting for the sign-in window
sign-in-as = Signed in to cloud services as { $account }
sign-in-needed = Sign-in needed
sign-in-asks = { $count ->
    [one] Asks for { $count } permission
   *[other] Asks for { $count } permissions
  }
sign-in = Sign in
sign-in-again = Try again
sign-in-other = Sign in with another account
sign-in-allow = Allow { $host }
sign-in-tab = Open in a tab to sign in
sign-in-open-settings = Open Settings
sign-in-no-client-here = Latchkey has no client app in this tenant yet. Register one as described below, then save its application (client) ID above.
sign-in-account = Account
sign-in-tenant = Tenant ID
sign-in-until = Sign-in ends
sign-in-tokens = Tokens held in memory
sign-in-allows = Allows
sign-in-ends = Ends
sign-in-forget = Forget the sign-in
client-id = Application (client) ID
client-id-note = Of the app registration described below. It is no secret.
client-id-wrong = This is not an application ID: it has the form 00000000-0000-0000-0000-000000000000.
client-id-saved = Saved. Earlier sign-ins are forgotten.
client-id-emptied = No client app is set any more. Earlier sign-ins are forgotten.
client-id-refused = The browser did not keep it. Try again.
client-id-save = Save
copy = Copy
copy-named = Copy { $text }
copied = Copied
registration-title = How to register the client app
registration-lead = Once per tenant, in the Microsoft Entra admin center. It needs no secret.
registration-new = App registrations > New registration. Give it a name such as Latchkey.
registration-accounts = Supported account types: Accounts in this organizational directory only.
registration-platform = Redirect URI: platform Single-page application (SPA). Add the address of each browser you use:
registration-graph = API permissions > Microsoft Graph > Delegated permissions; only those of the recipes you use:
registration-power-platform = API permissions > APIs my organization uses > PowerApps Service > Delegated permissions:
registration-consent = Grant admin consent, or accept the permissions when you sign in, if your tenant lets you.
registration-copy = Copy the Application (client) ID from the overview into the field above.
graph-role-global-administrator = Global Administrator
graph-role-global-reader = Global Reader
graph-role-application-administrator = Application Administrator
graph-role-cloud-application-administrator = Cloud Application Administrator
graph-role-user-administrator = User Administrator
graph-role-license-administrator = License Administrator
graph-role-power-platform-administrator = Power Platform Administrator
graph-role-teams-administrator = Teams Administrator
graph-role-dynamics-administrator = Dynamics 365 Administrator

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
target-tenant = Tenant
target-service = Service
target-page = Page
target-host = Site
target-user = User
target-none = No environment yet
only-shows = This tab only shows
only-shows-why = It was opened by its address and not by Latchkey, as any page could do it. So nothing is saved or changed from here.
only-shows-go = Open Latchkey in a tab of its own
organization-none = No environment is open
organization-none-why = The page in front belongs to no environment. Open the one Latchkey is to work in, in another tab of this browser: go to its address, such as contoso.crm4.dynamics.com, or select Open beside it in the Power Platform admin center. Then look again.
organization-several = Several environments are open
organization-several-why = The page in front belongs to none of them. Choose the one this panel is to work in; it stays with it until it is closed.
organization-take-named = Work in { $host }
organization-again = Look again
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
value-there = There
value-not-there = Not there
value-gone = Gone
value-as-planned = As planned
value-different = Different
value-day = { $day }
value-moment = { $day }, { $time } UTC
value-unknown = Unknown
value-show-all = Show all

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
no-permission-title = You cannot read this
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
overview-unread = Not read here: it stands on another portal’s page.
overview-open-named = Open { $recipe }
overview-ready = { $count } ready
overview-in-plan = In plan
overview-remove = Remove
overview-fix-named = { $fix }: { $line }
readiness-ready = Ready
readiness-attention = Needs attention
readiness-blocked = Blocked
readiness-unknown = Unknown
unproven = { $count ->
    [one] { $count } thing here is not yet proven
   *[other] { $count } things here are not yet proven
  }
overview-legend = What the marks mean
named = { $name }: { $what }

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
    [one] user gains it by a role
   *[other] users gain it by a role
  }
affected-lose = { $count ->
    [one] user loses it by a role
   *[other] users lose it by a role
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
users-shown = { $count ->
    [0] No user matches
   *[other] { $from } to { $to } of { $count }
  }
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
roles-shown = { $count ->
    [0] No role matches
   *[other] { $from } to { $to } of { $count }
  }
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
    [one] at least { $requests } request
   *[other] at least { $requests } requests
  }
bar-people = { $gain ->
    [one] { $gain } user gains
   *[other] { $gain } users gain
  }, { $lose ->
    [one] { $lose } loses it by a role
   *[other] { $lose } lose it by a role
  }
bar-nothing-written = Nothing is written yet
bar-no-plan = No plan yet
bar-incomplete = Review is off while a list the plan rests on is incomplete
bar-still-reading = Review is off until roles and users are read
bar-discard = Discard
bar-review = Review
plan-summary = { $changes ->
    [one] { $changes } step
   *[other] { $changes } steps
  } · { $requests ->
    [one] at least { $requests } request
   *[other] at least { $requests } requests
  }
plan-save = Save as file
plan-target-at = Target of this plan: { $host }
plan-sealed = Made { $time }, for this target alone. { $reads ->
    [one] { $reads } of the requests makes
   *[other] { $reads } of the requests make
  } sure, before anything is written, that place and user are still the same; any difference stops the plan.
plan-notes = What this means
plan-steps = Steps
plan-refused = The plan was not started
plan-gate-production = This writes to production. Type { $name } to apply.
plan-gate-unknown = The kind of this environment is not known, so it counts as production. Type { $name } to apply.
plan-gate-page = Whether { $name } is production cannot be told, so it counts as such. Type its name to apply.
plan-gate-several = Type { $name } to apply. This name stands for:
plan-gate-others = It also writes to:
plan-gate-tenant = This writes to the whole tenant. Type { $name } to apply.
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
risk-one-way = Not reversible
risk-unsaved = Does not last by itself
kind-api = { $requests ->
    [one] API, { $requests } request
   *[other] API, { $requests } requests
  }
kind-page = { $requests ->
    [one] In the page, { $requests } look or click
   *[other] In the page, { $requests } looks and clicks
  }
kind-guide = { $requests ->
    [one] You do it, guided, { $requests } request
   *[other] You do it, guided, { $requests } requests
  }
kind-read = { $requests ->
    [one] Only reads, { $requests } request
   *[other] Only reads, { $requests } requests
  }
kind-await = { $requests ->
    [one] Latchkey waits and looks, { $requests } request
   *[other] Latchkey waits and looks, { $requests } requests
  }
step-request = Request
step-control = What is clicked
step-no-conditional-write = The service cannot lock this while it is changed: so it is read right before and right after.
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
run-return = Back to the run
run-comes-first = A run is under way or waits for you: see it to its end first.
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
run-press = The page did not take the press by Latchkey. Press the highlighted control there yourself; Latchkey goes on as soon as it sees it.
run-press-named = The page did not take the press by Latchkey. Press “{ $control }” there yourself; Latchkey goes on as soon as it sees it.
run-not-seen = Not seen yet. Latchkey keeps looking for this:
run-not-seen-value = { $what }: wanted { $wanted }, now { $now }
run-open-page = Open { $host }
run-admin-done = I have done it
run-held = Nothing is sent until you go on; then the target is checked again first.
run-go-on = Go on
run-stopped = Stopped before anything else was written
acting-covered = Something on the page covers Latchkey, so nothing was done. Uncover it, then press again.
run-done = Everything reads back as planned
run-done-why = Each step was read back from the service.
run-page-stale = Pages of the portal that were open already still show what they loaded before. Refresh them before you save anything there: saving an old page can overwrite what was applied.
run-show-refresh = Show where to refresh
run-ended = Not everything was done
run-ended-why = What is done stays until it is undone; the rest was not started.
run-ended-nothing = Nothing that was done lasts; the rest was not started.
run-ended-unsettled = Something was sent, or was yours to do, of which no read has shown what became: it may still take effect. Have it read; what lasts can be undone then.
run-back-all = All that lasts of it can be undone, here or later in History.
run-back-some = { $of ->
    [one] This can be undone here or later in History, but not wholly:
   *[other] { $back } of { $of } changes can be undone, here or later in History. Whatever is undone, this stays:
  }
run-back-none = None of it can be undone from here:
run-back-nothing = Nothing that lasts was changed, so there is nothing to undo.
run-stays = { $step }: not wholly
run-stays-why = { $step }: { $why }
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
asking-look = Look again
asking-undo = Stop and preview undo
asking-leave = Stop here
state-waiting = Waiting
state-checking = Checking
state-writing = Writing
state-yours = Waiting for you
state-proving = Waiting for a read to show it
state-done = Done
state-not-yet-shown = Not yet shown
state-conflict = Changed by somebody else
state-failed = Failed
state-skipped = Not carried out
state-unsaved = Not saved
step-proving = { $tries ->
    [0] Written; reading it back.
    [one] Written; { $tries } read did not show it yet.
   *[other] Written; { $tries } reads did not show it yet.
  }
step-proved = Proven { $time }.
step-already = Already so { $time }; nothing was written.
step-read = Read { $time }.
step-looking = { $tries ->
    [0] Looking whether it is there.
    [one] Not there yet ({ $tries } look).
   *[other] Not there yet ({ $tries } looks).
  }
step-held = Holds; looked at { $time }.
step-not-there = Not there when last looked at { $time }. What was begun may still be under way.
step-unsettled = What became of it is not known yet: it may still be carried out. Look again in a few minutes.
step-read-back = { $label }: { $value }.
step-not-yet-shown = Written and accepted, but not shown when last read { $time }.
step-by-hand-not-shown = This was yours to do. It did not show when last read { $time }; if you did it, it may still take effect.
step-conflict = Somebody changed it after this plan was made. Nothing was overwritten.
step-skipped = Not carried out.
step-taken-back = Taken back since.
step-unsaved = Not saved: Save was not pressed after this. It is gone with its page, unless somebody saves it there.
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

## Interface: what only the admin has, and secrets shown once
slots-title = What only you have
slots-why = It stays in this panel’s memory until the run is over, and is written down nowhere.
slots-given = Held for this run
slots-show = Show
slots-show-named = Show: { $what }
slots-hide = Hide
slots-hide-named = Hide: { $what }
slots-file = { $what }: { $name }
slots-file-reading = Reading the file
slots-file-unreadable = The file could not be read. Choose it again.
slots-give = Hand over
run-lacking = Something only you have is needed
run-lacking-why = No further step is begun before it is there.
secret-ready = { $what }: shown here only
secret-hand-over = { $what }: store it now
secret-why = It is never shown again. If the run is cut off before you have stored it, it is removed and a new one is made.
secret-undelivered = { $what }: made, and nobody has it
secret-undelivered-open = It was made and has not reached its place, and is not kept anywhere. “Read and continue” in History removes it and makes a new one.
secret-undelivered-over = It was made and has not reached its place, and is not kept anywhere. Undo removes it.
secret-show = Show
secret-copy = Copy
secret-copied = Copied
secret-not-copied = Not copied. Select it and copy it yourself.
secret-stored = I have stored it
secret-gone = It is no longer in memory.
secret-renewed = If the run is cut off before the secret is delivered, it is removed and a new one is made:
found-title = Found in this run
found-copy = Copy { $what }
step-percent = { $percent } % done

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
blueprint-twice = This blueprint says { $place } twice, and nobody could tell which of the two counts, so nothing of it was taken. Keep one of them, then open it again.
blueprint-no-apps = In this blueprint “apps” is an empty list. Write "off" for nowhere, or leave “apps” out to keep it as it is, then open it again.
blueprint-not-understood = This blueprint is not understood at { $place }, so nothing of it was taken. Correct that place in the file, or save the blueprint again.

## Plan engine
run-answer-absent = the service says that this row does not exist
run-answer-malformed = the answer could not be understood
run-answer-too-large = the answer is larger than { $limit } bytes
run-guard-unreadable = It could not be read before writing, so nothing was written: { $why }.
run-page-anew = { $name } was loaded anew meanwhile and does not stand where this step needs it: { $why }. Nothing was written. Open there again what the steps before had opened, then try again.
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
run-rested = The run rested between what it filled in and this, which saves the page as it stands now: also what somebody changed there meanwhile. Nothing was pressed. Look at the page; if nothing else was changed, try again, and Latchkey presses it.
run-page-gone = the portal page was closed or reloaded
run-no-page = no tab shows { $host }: open it and sign in there
run-many-pages = more than one tab or frame shows { $host }: close all but the one that is meant
run-tab-gone = the tab this run worked in no longer shows { $host }, and another one may be another tenant’s: end the run, read again and make a new plan
run-page-closed = No tab shows { $name } ({ $host }) any more. Open it there again, then go on.
run-sales-closed = No tab shows the Sales app in Outlook or Teams any more. Open it there again with its settings, then go on.
run-portal-setup = the app’s page in Salesforce Setup
run-page-unreadable = { $name } does not show what is needed: { $why }. Open the right page there, then go on.
run-not-found = what is needed here was not found on the page
run-not-found-named = “{ $control }” was not found on the page
run-refused = The service refused it ({ $status } { $code }): { $message }
run-refused-business-unit = The service refused it: this is a copy of the role in a business unit. Only the root copy can be changed.
run-refused-directory = The directory refused it: you lack the role for it (such as Application Administrator for apps, User Administrator for users and licences), or Latchkey lacks the permission. Ask for the role, or sign in again and consent. It said: { $message }
run-refused-forbidden = The service refused it: { $message }
run-refused-grant = The service refused it: you cannot grant a privilege you do not hold yourself. Missing: { $privileges }
run-refused-privilege = The service refused it: you lack { $privileges }. Ask an administrator.
run-service-error = the service failed ({ $status })
run-signed-out = You are signed out. Sign in on the portal page, then go on.
run-unreachable = no answer from { $host }
undo-plan = Undo “{ $plan }”
undo-step = Undo “{ $step }”
undo-reason = { $count ->
    [0] As it was before.
    [one] Before the run, { $what } was “{ $was }”.
   *[other] As these { $count } settings were before the run.
  }
undo-left-changed-since = Left alone, because somebody changed it since: { $step }
undo-left-no-way-back = Left as it is: { $step }. { $why }
undo-left-not-shown = Left as it is, because it was never shown: { $step }
undo-left-row-unknown = Left as it is, because the row the service made was not shown: { $step }
undo-reason-partly = It cannot be brought back to how it was. Afterwards: { $left }.
undo-partly-again = What was left of it is not brought back from here: make a new plan for that.
undo-awaited-again = To have it again, make a new plan in its own view: other steps brought it about, and they are not carried out again from here.
run-slot-unknown = { $slot } was not shown, and this step needs it. Look in the portal, then try again.
run-slot-odd = { $slot }: the service told something that is no id of this kind, so it is not used. Look in the portal, then try again.
run-secret-lost = The secret was lost before it was delivered. What was made with it is still there; Undo removes it.
run-secret-not-told = The service made a secret and did not tell it, twice. Undo removes what was made.
run-page-says = The page says: { $message }
run-service-gave-up = The service gave up: { $message }
run-answer-disagrees = The service read something else in what it was sent than you approved, so nothing further was done with it. Read again, and look at the plan anew.
slot-refused-not-asked = Nothing is asked for { $slot }.
slot-refused-empty = This is empty.
slot-refused-plus = It contains a +, on which Bright Pattern breaks. Make another client secret, until one has none.
slot-refused-id = This is an id, such as the secret’s own beside it in the portal. Enter the value of the client secret.
slot-refused-space = It contains a space. Enter the client secret alone.
slot-refused-password = This password is not taken: { $why }.
slot-refused-other-file = This is not the file the plan was made with, { $name }: its content differs.

## The Teams chat view
nav-teams-chat = Chat
nav-bright-pattern = Bright Pattern
chat-subtitle = Where agents chat in Teams from Dynamics 365, on which records, and what they share
chat-sections = Sections of this view
chat-reading = Reading apps, settings and record types
chat-reading-part = Still being read
chat-show-me = Show it on the page
chat-show-scope = Show the choice of apps on the page
chat-show-profiles = Show the way to the profiles on the page
chat-shown = Outlined on the page.
chat-not-shown = Not found on the page beside this panel. Open Collaboration, Embedded chat using Teams, Manage, then try again.
chat-not-here = Not in this generation
chat-on-title = On and where
chat-scope-all = Turn on for all Dynamics 365 apps
chat-scope-selected = Turn on for selected Dynamics 365 apps
chat-scope-off = Off
chat-scope-all-means = Apps that are added later have Teams chat as well. Your selection of apps is kept, should you return to it.
chat-layer-on = The environment’s own value: On
chat-layer-off = The environment’s own value: Off
chat-layer-unset-on = The environment has no value of its own: the product’s default is On
chat-layer-unset-off = The environment has no value of its own: the product’s default is Off
chat-apps-caption = Apps, their own value, and what holds in them
chat-app = App
chat-app-own = Own value
chat-app-effective = In effect
chat-app-default = On by default
chat-from-app = from the app
chat-from-environment = from the environment
chat-from-default = from the product
chat-publish = Publish this app with the plan
chat-page-leave = Leave the page’s switch as it is
chat-page-on = Turn the page’s switch on
chat-page-off = Turn the page’s switch off
chat-consent-title = What the app may do with Teams data
chat-consent-means = A global administrator consents to these five Microsoft Graph permissions when Teams chat is first switched on. Which app holds them is not published.
chat-consent-chats = Reads the user’s chats and recent messages, for the chat list
chat-consent-directory = Reads the names of the user’s teams and channels
chat-consent-presence = Reads everybody’s presence, for the avatars in the chat list
chat-consent-users = Reads full names and licences, so that only people with a Teams licence are suggested
chat-consent-photos = Reads users’ photos
chat-consent-unread = Whether anybody holds it could not be read
chat-consent-held = Consented to for the whole organization; held by:
chat-consent-not-among = None of the apps that could be read holds it; not all could be
chat-consent-none = No app holds it for the whole organization
chat-available-title = Where Teams chat is available
chat-product = Product
chat-product-embedded = Dynamics 365 Contact Center, embedded
chat-product-standalone = Dynamics 365 Contact Center, standalone
chat-product-service = Dynamics 365 Customer Service
chat-available-apps = Agents chat in Customer Service Hub, Customer Service workspace, Contact Center workspace and custom apps, and in apps such as Field Service and Sales. They start a chat, or connect one they have, without leaving the app.
chat-available-default = Teams chat is on by default in the two workspaces and in Customer Service Hub; in every other app somebody turns Teams chat on.
chat-types-title = Record types
chat-types-means = Chats can be connected to records of these types. Open one to change it.
chat-types-legend = What the column heads stand for
chat-row-view = Note’s view: { $view }
chat-types-inactive = { $count ->
    [one] { $count } more is inactive and not shown.
   *[other] { $count } more are inactive and not shown.
  }
chat-head-note = Note
chat-head-owner = Owner
chat-head-connector = Con­nector
chat-head-join = Join
chat-head-updates = Up­dates
chat-type-new = To be added
chat-type-going = To be removed
chat-type-forget = Don’t add
chat-type-forget-named = Don’t add { $type }
chat-type-keep = Keep
chat-type-keep-named = Keep { $type }
chat-type-remove = Remove record type
chat-type-remove-named = Remove record type: { $type }
chat-type-managed = This record type was installed with a solution: removing it here makes it inactive and does not delete it.
chat-switch-of = { $type }: { $switch }
chat-note-means = When a chat is connected, a note in it says what the record is about. When off, a new chat starts without that note.
chat-view-of = { $type }: view of the note
chat-view-case = Default: Case introduction message
chat-view-quick-find = Default: Quick Find
chat-view-undocumented = Default: which view the note takes is not documented for this table
chat-view-unknown = A view that could not be found
chat-card-title = Context card: { $view }
chat-card-unknown = Which columns the card will have could not be told.
chat-card-beyond = { $count ->
    [one] The card takes the first { $most } columns; { $count } more is not on it.
   *[other] The card takes the first { $most } columns; { $count } more are not on it.
  }
chat-card-secured = Column security is not checked in a chat: every participant will see
chat-card-maybe-secured = Whether column security guards these could not be told; if so, every participant will still see
chat-card-static = The values are copied when the chat is connected, as the agent may see them, with a link to the record. This is a preview.
chat-card-hidden = That hidden columns of the view do not count is not yet proven on a live tenant.
chat-card-left-out = A column that is not supported is left out, and none moves up in its place.
chat-card-not-supported = Not supported
chat-card-doubt-type = May be left out: its type has no plain text
chat-card-doubt-table = May be left out: it is a column of another table
chat-card-doubt-unknown = May be left out: nothing could be read about it
chat-join-means = Who may write the record can view its connected chats and join them, even without having been in them. Chats that are not connected cannot be joined so. On by default for Case alone.
chat-join-use = Useful when a case changes hands, and when an expert is brought in.
chat-owner-means = Owners of a record can disconnect any chat connected to it.
chat-connector-means = Whoever connected a chat to a record can disconnect that chat.
chat-to-disconnect = Disconnect rights: who that is, and what roles add
chat-updates-means = Everybody in a connected chat is told when one of the chosen columns changes.
chat-updates-virtual = Virtual tables have no key updates.
chat-updates-no-message = This table has no Update message, so it has no key updates.
chat-updates-unread = Whether this table can have key updates could not be read.
chat-followed-count = { $count } of at most { $most } columns chosen
chat-followed-unknown = The list this record type has could not be understood; choosing columns replaces it.
chat-followed-both = Lists in this environment are written in two ways, so more than one column is not written here. Use the portal’s own page.
chat-columns-search = Find a column
chat-columns-more = { $count ->
    [one] { $count } more column: search for it by name.
   *[other] { $count } more columns: search for them by name.
  }
chat-column-suggested = Suggested
chat-column-full = Five are chosen: take one out first
chat-column-images = Images within the text are not fully shown
chat-column-maybe = A large whole number: whether key updates take those is not proven
chat-column-party-list = Not supported: a list of participants
chat-column-image = Not supported: an image
chat-column-integer = Not supported: a whole number
chat-column-file = Not supported: a file
chat-column-unreadable = Cannot be read, so it cannot be followed
chat-column-mirror = Only repeats another column
chat-column-unknown = Its type is not told, so it may not be supported
chat-add = Add record types
chat-add-close = Close the list of tables
chat-add-this = Add
chat-add-named = Add { $table }
chat-tables-search = Find a table
chat-tables-more = { $count ->
    [one] { $count } more table: search for it by name.
   *[other] { $count } more tables: search for them by name.
  }
chat-add-starts = A new record type starts with both disconnect switches on; note, Join chat and key updates are off unless it is Case.
chat-add-there = Already a record type.
chat-add-links = Only links two tables: nobody opens rows of this one.
chat-add-private = The platform keeps this table to itself.
chat-add-no-id = The table’s id could not be read, so no record type can be made of this table.
chat-add-no-owner = Its records have no owner: the owner switch will help nobody.
chat-timeline-title = Timeline
chat-preview = Preview
chat-timeline-means = A connected chat shows on the record’s timeline: who connected it and when, who wrote last and when. This keeps chat activities in Dataverse.
chat-timeline-open = In multi-session apps, Open chat needs Microsoft Teams in the productivity pane of the user’s profile: see Multi-session profiles.
chat-timeline-owner = A new owner of the record sees the chat there, and with Join chat on can join at once and read the whole chat.
chat-profiles-title = Multi-session profiles
chat-profiles-means = With the default profile everybody has Teams chat and nothing is to be done. For certain users only, make a profile from the default one, turn Microsoft Teams on in its productivity pane, and add those users.
chat-profiles-none = There are no profiles here.
chat-profile-name = Profile
chat-profile-reach = Reaches
chat-profile-teams = Teams in the pane
chat-profile-default = Comes with the product and cannot be changed
chat-profile-users = { $count ->
    [one] { $count } user directly
   *[other] { $count } users directly
  }
chat-profile-roles = { $count ->
    [one] { $count } role
   *[other] { $count } roles
  }
chat-profile-guided = You make it, guided
chat-profile-new = Name of a new profile
chat-profile-add = Add to plan
chat-profile-steps = On the profile’s page you add users, an entity session template, the inbox, productivity pane features and channel providers.
chat-pane-none = No pane
chat-pane-not-recognised = Unknown: none of its tabs is known as Microsoft Teams
chat-pane-unclear = Unclear: the two ways of binding a pane disagree
chat-pages-title = Settings page in a custom app
chat-pages-means = Puts the page Chat and collaborate into the site map of a custom app. Not needed with Customer Service workspace or Customer Service Hub.
chat-pages-none = There is no custom app here.
chat-pages-app = Custom app
chat-pages-place = Place in the site map
chat-pages-nowhere = Not in the site map
chat-pages-there = The page is there: { $area }, { $group }
chat-pages-waits = The site map has changes that wait to be published.
chat-pages-drafts = Somebody has changes in this site map that are not published. They are kept; publishing releases them too.
chat-pages-managed = This site map came with a solution and is not changed.
chat-pages-publish = Publish { $app } with the plan
chat-access-title = Permissions for the productivity pane
chat-access-means = A custom role needs Read on seven tables to reach the productivity pane of multi-session apps.
chat-access-missing = No Read on:
chat-access-none = There is no custom role that can be changed.
chat-access-whole = { $count ->
    [one] { $count } role lacks nothing
   *[other] { $count } roles lack nothing
  }
chat-access-add = { $count ->
    [one] Give Read on this { $count } of the seven tables
    [7] Give Read on all seven tables
   *[other] Give Read on these { $count } of the seven tables
  }
chat-access-organization = Read for the whole organization
chat-access-narrow = Read, but not organization-wide, on:
chat-access-disconnect = Disconnect rights of roles and users
chat-productivity = { $count ->
    [one] Apart from these custom roles, users of multi-session apps need the role { $role } with its { $count } privilege. Assign that role to them.
   *[other] Apart from these custom roles, users of multi-session apps need the role { $role } with its { $count } privileges. Assign that role to them.
  }
chat-productivity-none = Users of multi-session apps need what the role Productivity tools user gives; it was not found here.
chat-data-title = What happens to data
chat-data-mapping = Dynamics 365 keeps no Teams data but which chat belongs to which record. No Teams data is copied unless a user adds some to a note or a task, or the timeline is synced.
chat-data-tls = The two products talk over TLS.
chat-data-policies = The policies of both hold: a confidential file in a chat opens only for those it is shared with, a record only for those who may view it.
chat-data-retroactive = Agents start chats in Dynamics 365 and connect them, or connect chats they have. Connecting afterwards works in Dynamics 365 apps only.
chat-check-title = See that it works
chat-check-means = Once the changes are applied, open a record of one of these types in the tab beside this panel, or open Latchkey from the browser’s toolbar on that record. The record’s connected chats stand in a pane at its edge.
chat-check-look = Check this record
chat-check-looking = Looking at the page
chat-check-elsewhere = The page beside this panel is no record. Open one and check again, or look for yourself and say so.
chat-check-shown = The pane of the chats is on this record ({ $type }). Seen { $time }.
chat-check-not-shown = The pane of the chats was not found on this record ({ $type }). Check that Teams chat is on in this app and for this record type, then reload the page. If you see the chats all the same, say so.
chat-check-seen = I see the chats
chat-check-confirmed = You saw the chats yourself { $time }.
chat-check-unproven = What the product calls that pane is observed, and not yet proven on a live tenant.
chat-files-title = Save what was read
chat-files-means = A list as CSV, which no spreadsheet takes for formulas, or everything as JSON.
chat-file-apps = Apps
chat-file-types = Record types
chat-file-access = Roles
chat-file-profiles = Profiles
chat-file-consents = Consents
chat-blueprint-title = Blueprint
chat-blueprint-means = All choices of this view as one file. Opened in another environment it stands beside what is there; you take what you want as changes.
chat-blueprint-save = Save as blueprint
chat-blueprint-open = Open a blueprint
chat-blueprint-from = Saved from { $environment }
chat-left = { $count ->
    [one] One thing is not in the file
   *[other] { $count } things are not in the file
  }
chat-left-unread = Not completely read: { $what }
chat-left-table = { $type }: which table it stands for could not be told
chat-left-view = { $type }: the view of its note was not found
chat-left-columns = { $type }: its list of columns could not be understood
chat-left-site-map = { $app }: its site map could not be understood
chat-left-profile = { $profile }: whether Microsoft Teams is in its pane could not be told
chat-blueprint-what = Setting
chat-blueprint-file = Blueprint
chat-blueprint-here = Here now
chat-blueprint-article = Article starts with
chat-blueprint-same = { $count ->
    [one] { $count } line is the same in both.
   *[other] { $count } lines are the same in both.
  }
chat-blueprint-all = { $count ->
    [one] Take the { $count } that can be taken
   *[other] Take all { $count } that can be taken
  }
chat-blueprint-close = Close the blueprint
chat-blueprint-take = Take
chat-blueprint-take-named = Take from the blueprint: { $what }
chat-blueprint-missing = Not here:
chat-blueprint-ambiguous = More than one thing here is called { $name }
chat-blueprint-by-hand = By hand, on the product’s own page
chat-blueprint-role = { $role }: reads what the productivity pane needs
chat-blueprint-all-apps = All apps

## Bright Pattern account
bright-title = Bright Pattern account
bright-reason-org = To read which tenant this environment is in, and derive the addresses of the account from it.
bright-reason-host = To read the list of integration accounts on your Bright Pattern, and to fill in the one you approve.
bright-field-type = Type
bright-field-name = Name
bright-field-default = Default account
bright-field-authorization = Authorization URL
bright-field-token = Token URL
bright-field-api = API URL
bright-field-client-id = Client ID
bright-field-client-secret = Client Secret
    .is-true = filled in
    .is-false = empty
bright-field-refresh-token = Refresh token
    .is-true = filled in
    .is-false = empty
bright-value = { $value }
bright-empty = Empty
bright-there = { $what } is on the page
    .is-true = yes
    .is-false = no
bright-form = Properties of a new account
    .is-true = open
    .is-false = not open
bright-form-open = Open
bright-form-closed = Not open
bright-add = The button that adds an account
bright-test = The Test connection button
bright-test-result = What the page says of the test
    .is-succeeded = Succeeded
    .is-failed = Failed
bright-test-not-run = Not tested
bright-test-succeeded = Succeeded
bright-apply = The Apply button
bright-account = Account { $name }
bright-account-absent = Not in the list
bright-account-there = In the list
bright-secret-there = Filled in, never shown
bright-refresh-token-there = Filled in by Bright Pattern
bright-secret-none = As they are
bright-secret-until = One more, until { $end }
bright-secret-key-id = Key ID of the client secret
bright-app = The registered app
bright-app-secrets = Client secrets of the app
bright-app-reply = Redirect URIs of the app
bright-app-permission = API permissions of the app
bright-app-grants = Permissions granted to the app
bright-reply-without = Without Bright Pattern’s address
bright-permission-without = Without Dynamics CRM
bright-grant-none = Not granted
bright-grant-all = Granted for the organization
bright-grant-id = ID of the grant
bright-plan-title = Bright Pattern: account { $name }
bright-step-open = Open the properties of a new account
bright-step-field = Fill in { $field }
bright-step-empty = Empty { $field }
bright-step-refresh-token = Get the refresh token
bright-step-test = Test the connection
bright-step-apply = Save the account
bright-step-reply = { $app }: add Bright Pattern’s address to the redirect URIs
bright-step-permission = { $app }: add the delegated permission for Dynamics CRM
bright-step-grant = { $app }: grant the permission for the organization
bright-step-secret = { $app }: make a client secret
bright-reason-account = Part of the account you entered.
bright-reason-consent = Bright Pattern signs in as you and asks for consent; only you can give it.
bright-reason-test = Bright Pattern itself asks Microsoft before the account is saved.
bright-reason-reply = Entra sends the sign-in back to this address only if the app lists it.
bright-reason-permission = Bright Pattern works in Dynamics 365 as the user who signs in.
bright-reason-grant = Without the grant, every sign-in of Bright Pattern asks for it again or is refused.
bright-reason-secret = It goes into the page’s field and nowhere else; Microsoft shows it this once.
bright-guide-open = In Contact Center Administrator, open Integration Accounts, add an account with +, and choose the type Microsoft Dynamics 365.
bright-guide-refresh-token = Press Refresh token on the page, sign in with the account Bright Pattern is to work as, and consent.
bright-undo-account = No published source names a way to delete an account; if Bright Pattern’s page has one, delete it there.
bright-step-add = Add an integration account
bright-step-pick = Select the type of the new account
bright-picker = Type of the new account
bright-picker-ok = The OK button
bright-undo-unsaved = Until Apply nothing is saved; what stands in the fields is gone with the page.
bright-undo-consent = A consent is taken back in the Entra admin center, under Enterprise applications > Permissions.
bright-undo-test = A test changes nothing.
bright-unproven-page = Bright Pattern publishes nothing about this page; where its controls are found is not yet proven on a live tenant.
bright-plan-no-page = No tab shows your Bright Pattern. Open https://<tenant>.brightpattern.com/admin, sign in, and open Integration Accounts.
bright-plan-no-tenant = The addresses cannot be derived without the tenant. { $why }
bright-plan-no-name = Give the account a name.
bright-plan-name-taken = Another account has this name. Choose one of its own.
bright-plan-no-client-id = Enter the application (client) ID of the registered app, a GUID.
bright-plan-no-app = This tenant has no app with this client ID. Register it in the Entra admin center first, or check the ID.
bright-plan-no-principal = The app has no service principal in this tenant, so nothing can be granted to it. Open App registrations > the app > Overview and select Create service principal.
bright-plan-no-dynamics = This tenant has no Dynamics CRM service principal, so it has no Dynamics 365 to grant.
bright-plan-other-grant = The app already has another grant for the whole organization. Widen it yourself in the Entra admin center, so that you see what else it holds.
bright-tenant-unknown = This environment does not name its tenant.
bright-tenants-disagree = The environment names the tenant { $told }, its own sign-in challenge { $challenged }. Nothing is filled in until both agree.
bright-challenge-host = This host is none of Microsoft’s clouds, so no sign-in addresses can be derived for it.
bright-challenge-unanswered = The environment did not answer a request without a sign-in.
bright-challenge-other = The environment’s answer without a sign-in does not name its tenant; that it does is not yet proven on a live tenant.
bright-accounts-not-shown = Bright Pattern’s page does not show the list of integration accounts
bright-lock-host = Bright Pattern’s host
bright-note-default = { $name } is the default account now, and will not be any more.
bright-note-unlisted = The list of accounts is not shown, so whether the name is unique and which account loses the default cannot be told.
bright-note-reply = The app does not list Bright Pattern’s address yet; without it the sign-in for the refresh token fails.
bright-note-consent = You get the refresh token yourself: a window of Bright Pattern’s opens for sign-in and consent.
bright-note-environment = The account works in { $environment } ({ $kind }), at { $host }.
bright-note-app = The account signs in as the registered app { $app } ({ $client }). Whatever is changed of an app is changed of this one.
bright-note-app-unread = Which app has this client ID was not read, so its name is not known here. Sign in in the view to see it.
bright-note-undo = If this plan prepares the app in Entra, Undo takes that back. The account itself stays, and so does its place as the default account.
bright-stays-account = The account { $name } stays in Bright Pattern and stops working
bright-account-stops-why = It signs in with what is taken from the app here. Nothing shows that in Bright Pattern. Delete the account there if its page has a way to, or give it another secret, consent once more and test its connection.
bright-subtitle = Lets Bright Pattern work with this environment
bright-reading = Reading the environment and Bright Pattern’s page…
bright-page-title = Bright Pattern’s page
bright-page-shown = A tab shows { $host }
bright-form-fits = The addresses and the client ID in the open form fit this environment. Whether the secret and the refresh token still work, only Test connection on the page tells.
bright-wrong = In the open form, { $field } { $why }
bright-wrong-not-https = is no plain https address
bright-wrong-host = is on another host than this environment’s
bright-wrong-v2 = is the v2.0 endpoint; Bright Pattern needs the one without v2.0
bright-wrong-swapped = is the other of the two sign-in addresses
bright-wrong-path = has another path than the address below
bright-wrong-version = is another version of the Web API than v9.0
bright-wrong-no-tenant = does not name the tenant by its ID
bright-wrong-tenant = names another tenant than this environment’s
bright-wrong-no-id = is no GUID
bright-host = Your Bright Pattern
bright-host-open = Allow and open
bright-host-wrong = Enter the host of your own Bright Pattern, such as contoso.brightpattern.com.
bright-host-opened = Sign in there and open Integration Accounts, then read again here.
bright-host-refused = Not allowed. Without it the page can only be filled in by your own hand, with the addresses below.
bright-addresses-title = Addresses
bright-reply = Reply address (redirect URI) of the app
bright-account-title = New account
bright-name-note = Any name that no other account has.
bright-default = Make it the default account of its type
bright-client-id-note = Application (client) ID of the registered app.
bright-secret-type-it = I have one and type it into the plan
bright-secret-make-it = Make one by Graph, for twelve months
bright-after-secret = The client secret expires on { $day }: from then on Bright Pattern cannot sign in. Save a reminder now.
bright-reminder-title = Renew Bright Pattern’s client secret: { $app }
bright-reminder-text = It ends on { $day }. Make a new one and enter it in the integration account, or Bright Pattern cannot sign in any more.
bright-secret-note = It must not contain +. It is kept nowhere: it goes from memory into the page’s field.
bright-app-title = Registered app
bright-app-named = The registered app is { $app }
bright-app-first = Enter the client ID above; then its reply address, permission and grant can be checked.
bright-app-reading = Reading the registered app…
bright-prepare = Give the app what it lacks
bright-ready-addresses = The account’s addresses can be derived
bright-ready-challenge = The environment’s own sign-in challenge names the same tenant
bright-ready-no-tenant = The account’s addresses cannot be derived
bright-ready-no-page = Bright Pattern is not open
bright-ready-app-unknown = The registered app has not been looked at
bright-ready-app-how = Sign in and enter its client ID, and its reply address, permission and grant are checked
bright-ready-app-unread = The registered app could not be read
bright-ready-reply = The app lists Bright Pattern’s reply address
bright-ready-no-reply = The app lacks Bright Pattern’s reply address
bright-ready-reply-unknown = Whether the app lists Bright Pattern’s reply address is not known
bright-ready-permission = The app lists the delegated permission for Dynamics CRM
bright-ready-no-permission = The app lacks the delegated permission for Dynamics CRM
bright-ready-grant = The permission is granted for the organization
bright-ready-no-grant = The permission is not granted for the organization
bright-ready-grant-unknown = Whether the permission is granted could not be read
bright-ready-accounts = { $count ->
    [one] { $count } integration account
   *[other] { $count } integration accounts
  }

## Lead management
lead-title = Lead management
lead-reason-host = To read and set up what writes leads into this environment: the solution, the service account and its role.
lead-reason-portal = To fill in the offer’s connection details in Partner Center and to read what it answers.
lead-verbatim = { $text }
lead-what-solutions = the solutions
lead-what-import = the import of the solution
lead-what-unit = the root business unit
lead-what-leads = the leads
lead-what-tenant = the tenant
lead-what-principal = the service principal
lead-what-user = the user of that name
lead-what-user-roles = the user’s directory roles
lead-tenant-unread = The directory does not say which tenant it is. Sign in again.
lead-group-solution = Solution
lead-group-credential = Service account
lead-group-environment = Environment and role
lead-group-offer = Offer
lead-slot-file = the solution’s file
lead-slot-upload = the staged upload
lead-slot-import = the import’s system job
lead-slot-role = the role’s id
lead-slot-app = the app registration’s object id
lead-slot-client = Application (client) ID
lead-slot-principal = the service principal’s id
lead-slot-secret = the client secret
lead-slot-secret-key = the client secret’s key id
lead-slot-account = the user’s object id
lead-slot-password = the user’s password
lead-slot-user = the user in the environment
lead-value-absent = not there
lead-value-page = what is there now
lead-value-there = there
lead-value-enabled = enabled
lead-value-disabled = disabled
lead-value-allowed = allowed
lead-value-blocked = blocked
lead-value-none = none
lead-value-assigned = assigned
lead-left-user = blocked, stays
lead-left-account = disabled, stays
lead-left-app = deleted only as long as it has written no lead, such as the test lead; once it has, it stays
lead-value-user = User (no administrator access)
lead-value-multi-tenant = Accounts in any organizational directory
lead-value-until = until { $day }
lead-solution-named = Solution { $name }
lead-app-named = App registration { $name }
lead-app-name = Name of the app registration
lead-app-unique-name = Unique name
lead-client-id = Application (client) ID
lead-audience = Supported account types
lead-redirect = Redirect URI (Web)
lead-permission = API permission
lead-principal = Service principal
lead-secrets = Client secrets
lead-certificates = Certificates
lead-secret-name = Description of the client secret
lead-secret-named = Client secret { $name }
lead-upn = User name
lead-user-name = Display name
lead-user-named = User { $upn }
lead-user-enabled = Sign-in of { $upn }
    .is-true = allowed
    .is-false = blocked
lead-location = Usage location
lead-licence-named = Licence { $part }
lead-account = User in the environment
lead-account-disabled = State of the user in the environment
    .is-true = disabled
    .is-false = enabled
lead-role = Security role
lead-inheritance = Member’s privilege inheritance
    .is-0 = Team privileges only
    .is-1 = Direct User (Basic) access level and Team privileges
lead-inheritance-team = Team privileges only
lead-inheritance-direct = Direct User (Basic) access level and Team privileges
lead-import-state = State of the import
    .is-3 = Completed
lead-import-result = Result of the import
    .is-30 = Succeeded
    .is-31 = Failed
    .is-32 = Canceled
lead-stage-status = Result of the check
lead-stage-needs = The check refused the file: it needs the solution { $message }, which is not installed here. Install that first. Nothing was changed.
lead-test-lead = Test lead
lead-lock-tenant = Tenant
lead-page-offer = Customer leads on the page Offer setup
lead-page-details = Connection details
    .is-true = open
    .is-false = closed
lead-page-field = Field of the page
    .is-true = there
    .is-false = not there
lead-page-open = Open
lead-page-filled = Filled in
    .is-true = yes
    .is-false = no
lead-page-validation = Result of the validation
    .is-valid = valid
    .is-invalid = not valid
lead-step-stage = Upload and check { $file }
lead-step-import = Import the solution { $name }
lead-step-installed = Read the installed solution back
lead-step-role = Find the role the solution brought
lead-step-app = Register the app { $name }
lead-step-adjust = { $name }: add what the app registration lacks
lead-step-principal = Make the app’s service principal in this tenant
lead-step-secret = Make the client secret { $name }
lead-step-user = Add the user { $upn }
lead-step-unblock = Let { $upn } sign in again
lead-step-location = { $upn }: set the usage location
lead-step-licence = { $upn }: assign the licence { $part }
lead-step-application-user = Add the app as an application user of the environment
lead-step-person = Wait until { $upn } is in the environment
lead-step-enable = Enable { $name }
lead-step-assign = Give the user the role Microsoft Marketplace Lead Writer
lead-step-inheritance = Set the role’s privilege inheritance
lead-step-privilege = Grant the role { $privilege }
lead-step-privileges = { $count ->
    [one] Grant the role the { $count } privilege it lacks
   *[other] Grant the role the { $count } privileges it lacks
  }
lead-privilege-named = { $table }: { $verb }
lead-privilege-detail = { $privilege } ({ $name })
lead-table-ui-settings = User Entity UI Settings
lead-table-system-job = System Job
lead-verb-create = Create
lead-verb-read = Read
lead-verb-write = Write
lead-verb-append-to = Append To
lead-step-connect = Open the connection details of the offer
lead-step-destination = Lead destination: Dynamics 365 Customer Engagement
lead-step-url = Enter the URL of this environment
lead-step-authentication = Choose the authentication
lead-step-client = Enter the Application (client) ID
lead-step-directory = Enter the Directory ID
lead-step-hand-secret = Hand the client secret over
lead-step-user-name = Enter the user name
lead-step-hand-password = Hand the password over
lead-step-emptied = Empty the field for the secret first
lead-step-emails = Enter the contact emails
lead-step-ok = Select OK
lead-step-validate = Select Validate
lead-step-lead = Read the test lead in this environment
lead-reason-stage = Staging uploads the file and checks it; nothing is installed by it.
lead-reason-import = The solution brings the role that may write leads.
lead-reason-check = The next steps need it.
lead-reason-app = The lead service signs in with this app.
lead-reason-principal = Without one the app cannot be an application user.
lead-reason-secret = Partner Center asks for it. It is made last, so that it goes straight into the offer.
lead-reason-user = The lead service signs in as this user.
lead-reason-location = No licence is given without it.
lead-reason-licence = The user needs it to write leads. You are charged for it.
lead-reason-account = The service account has to be a user of this environment.
lead-reason-assign = The role lets the account write leads, and little else.
lead-reason-role = The article wants the role so; only what is missing is added.
lead-reason-connect = The fields of the next steps are in it.
lead-reason-destination = Partner Center asks for other details for each kind of destination.
lead-reason-url = Leads are written into this environment.
lead-reason-authentication = It decides whether an app or a user signs in.
lead-reason-client = It names the app that signs in.
lead-reason-directory = It names the tenant the app is in.
lead-reason-emptied = A field that hides what is in it looks the same whatever that is: empty, it can be seen to be filled.
lead-reason-hand-secret = The app proves with it that it is the app; here the offer gets it.
lead-reason-user-name = It names the user who signs in.
lead-reason-hand-password = The user signs in with it; here the offer gets it.
lead-reason-emails = Partner Center writes to them when a lead arrives.
lead-reason-ok = Before OK, nothing of it is saved.
lead-reason-validate = Partner Center sends a test lead with what was saved.
lead-reason-lead = A test lead proves everything before it.
lead-undo-stage = Nothing is installed by staging, so there is nothing to take back.
lead-undo-solution = A solution is not removed from here, because others may have built on its role since. Under Power Apps > Solutions you can delete it yourself.
lead-undo-check = It only reads.
lead-undo-location = The usage location stays: other licences may need it by then.
lead-undo-person = The environment disables the user by itself once the user is blocked and has no licence.
lead-undo-offer = What is entered in the offer cannot be taken back from here: the portal shows no secret again, so the values before are not known. Change them there.
lead-undo-fill = Nothing is saved before OK is selected.
lead-undo-lead = The test lead stays. Delete it as you would any lead.
lead-undo-app-used = The app registration stays: its application user has written leads, so it is in use. Its redirect address and permission stay with it; its secret is removed.
lead-undo-app-unknown = The app registration stays, because whether it was ever used could not be read. Sign in, read again, then open this preview again.
lead-undo-app-unused = It has written no lead, so it is deleted. A deleted app registration can be restored for thirty days.
lead-stays-principal = The app’s service principal in this tenant stays, because the app registration does.
lead-stays-account = The application user stays in this environment: without the role, and disabled.
lead-stays-person = { $upn } stays a user of this environment, without the role. The environment disables the user by itself once the user is blocked and has no licence.
lead-stays-user = { $upn } stays in the tenant: blocked and without the licence, not deleted.
lead-stays-lead = The test lead stays in this environment. Delete it as you would any lead.
lead-stays-offer = In Partner Center, { $offer } still points to this environment
lead-offer-stays-why = Undo changes nothing there, and afterwards the offer’s leads no longer arrive here. Open the offer, select Edit under Customer leads, and enter another destination.
lead-guide-installed = Under Power Apps > Solutions, see whether the import has ended, and import again if it failed.
lead-guide-role = The solution is there, but not its role Microsoft Marketplace Lead Writer. Import the solution again.
lead-guide-application-user = In the Power Platform admin center: Environments > this environment > Settings > Users + permissions > Application users > New app user > Add an app. Choose the app and the root business unit, then Create.
lead-guide-person = The user comes into the environment some minutes after getting the licence. If not: in the Power Platform admin center, Environments > this environment > Settings > Users + permissions > Users > Add user, and choose { $upn }. If the environment has a security group, add the user to it.
lead-guide-inheritance = In the Power Platform admin center: Environments > this environment > Settings > Users + permissions > Security roles > Microsoft Marketplace Lead Writer. Set Member’s privilege inheritance to Direct User (Basic) access level and Team privileges, then Save and close.
lead-guide-lead = Wait until the test lead has arrived. If it does not, select Validate again in Partner Center and read what it says.
lead-guide-ok = In Partner Center, select OK in the connection details.
lead-guide-validate = In Partner Center, select Validate under Customer leads and wait for its answer.
lead-guide-offer-entra = In Partner Center, on the offer’s page Offer setup, under Customer leads, select Connect. Lead destination: Dynamics 365 Customer Engagement. URL: { $url }. Authentication: { $authentication }. Directory ID: { $directory }. Copy the Application (client) ID and the client secret from here. Select OK, then Validate.
lead-guide-offer-office = In Partner Center, on the offer’s page Offer setup, under Customer leads, select Connect. Lead destination: Dynamics 365 Customer Engagement. URL: { $url }. Authentication: { $authentication }. User name: { $user }, and its password. Select OK, then Validate.
lead-unproven-road = Which of the roads into the environment a tenant takes is not yet proven on a live tenant. If this one is refused, choose another and plan again.
lead-unproven-inheritance = That this column can be written is not yet proven on a live tenant. If it is refused, choose to do it by hand and plan again.
lead-unproven-privilege = Two of the six names are documented; the others follow the naming rule and are found by name here.
lead-unproven-page = The page’s elements are not published; this is not yet proven on a live tenant.
lead-unproven-lead = That the test lead is made by the service account is not yet proven on a live tenant.
lead-note-solution = Importing takes some minutes. Whoever changed the role by hand keeps that: unmanaged changes are not overwritten.
lead-note-secret = The client secret is valid for { $months } months. Save the reminder: once it has expired, no lead arrives any more.
lead-note-never = The article asks for a secret that never expires. Entra no longer offers that: 24 months is the most.
lead-note-app-permissions = The app registration { $name } lists permissions beyond Dynamics CRM. Whoever has its secret can use those it was granted, and the secret is handed to the publishing portal: an app registration of its own is safer.
lead-note-cost = The licence is charged to your tenant for as long as the user has it.
lead-note-password = The password has to be another after { $days } days, here and in the offer. The user is never deleted by undo, only blocked and without licence.
lead-note-offer = The offer open in Partner Center’s tab will be filled in: { $offer }. Which publisher is signed in there cannot be told from the page: see for yourself. There is no way back from here for what is entered there.
lead-note-offer-untold = The offer that is open in Partner Center’s tab is filled in; its address does not tell which one that is, nor which publisher is signed in: see for yourself. There is no way back from here for what is entered there.
lead-note-hand = One step is yours to do in the Power Platform admin center; Latchkey waits until it shows.
lead-note-newer = A newer version of the solution is installed than that of the file; nothing is imported over it.
lead-note-app = Undo deletes the app registration and its service principal only as long as the app has written no lead. The test lead is one: once it arrives, both stay, without the secret.
lead-note-publish = Afterwards, finish and publish the offer: before that no customer’s lead arrives.
lead-plan-title = { $count ->
    [one] Lead management: { $count } step
   *[other] Lead management: { $count } steps
  }
lead-plan-nothing = Everything chosen is done already, so there is nothing to plan.
lead-plan-not-hosted = Leads can be sent only to an environment that Microsoft hosts; on-premises Dynamics cannot be connected directly. Use another lead destination, such as an HTTPS endpoint or an Azure table.
lead-plan-not-allowed = You lack the rights for this part: { $part }. Ask an administrator of this environment.
lead-plan-sign-in = Sign in to Microsoft Entra first: this part is done there.
lead-plan-other-tenant = You are signed in to another tenant than this environment’s. Sign in with an account of its tenant.
lead-plan-no-file = Choose the solution’s file: it brings the role that may write leads.
lead-plan-other-file = This file does not bring the role Microsoft Marketplace Lead Writer. Download the Microsoft Marketplace Lead Writer solution and choose its file.
lead-plan-no-role = The role Microsoft Marketplace Lead Writer is not here. Add the solution to the plan.
lead-plan-role-fixed = The role lacks something and cannot be customized here. Ask who installed the solution.
lead-plan-no-privilege = { $privilege } cannot be granted in this environment. Set the role in the Power Platform admin center.
lead-plan-no-credential = The service account is not there yet. Add it to the plan, choose an app registration, or enter its Application (client) ID.
lead-plan-name = { $what }: { $why }
lead-plan-no-licence = Choose a licence with a free seat. If there is none, buy one in the Microsoft 365 admin center, or use the Entra way, which needs no licence.
lead-plan-no-location = Enter where the licence is used as the two letters of a country (ISO 3166), such as FR.
lead-plan-administrator = This user has a directory role. The lead service’s user must have no administrator access: choose another name.
lead-plan-deleted = This app was an application user before and is deleted, but not for good. In the Power Platform admin center, remove the deleted application user, or restore it.
lead-plan-no-environment = The service does not tell this environment’s id. Choose another road for the application user.
lead-plan-no-page = No tab shows Partner Center. Open your offer’s page Offer setup there, then look again here.
lead-plan-no-customer-leads = Partner Center is open, but Connect under Customer leads was not found on its page. Open your offer’s page Offer setup and look again. If it is open, choose to fill in the page yourself.
lead-refusal-empty = it is empty
lead-refusal-too-long = it is too long
lead-refusal-too-short = it is shorter than 8 characters
lead-refusal-not-a-upn = it is no name@domain
lead-refusal-character = it has a character that is not allowed there
lead-refusal-full-stop = it begins or ends with a full stop
lead-refusal-domain = the domain is none of this tenant’s
lead-refusal-too-simple = it needs three of small letters, capitals, digits and symbols
lead-refusal-holds-name = the user’s name is in it
lead-refusal-not-https = it has to begin with https://
lead-refusal-taken = the app has one of this name already; choose another
lead-lifetime-portal = A secret is valid for at least a month and at most { $months } months.
lead-lifetime-tenant = { $days ->
    [one] This tenant allows secrets of at most { $days } day.
   *[other] This tenant allows secrets of at most { $days } days.
  }
lead-lifetime-forbidden = This tenant’s app management policy allows no client secrets. Ask who set it for an exception.
lead-ready-not-hosted = This environment is not hosted by Microsoft, so no lead can be sent to it
lead-ready-unread = Could not be read: { $what }
lead-ready-rights = You have the rights this environment asks for
lead-ready-no-right = You lack the rights for: { $part }
lead-ready-right-unread = Whether you have the rights could not be read for: { $part }
lead-ready-roles = Your directory roles allow app registrations and users
lead-ready-roles-apps = Your directory roles allow app registrations, but no users
lead-ready-roles-users = Your directory roles allow users, but perhaps no app registrations
lead-ready-roles-none = Your directory roles may allow neither app registrations nor users
lead-ready-solution = { $name } { $version } is installed
lead-ready-solution-role = The role is there; which solution brought it could not be told
lead-ready-solution-absent = The lead writer’s solution is not installed
lead-ready-role = The role Microsoft Marketplace Lead Writer is as the article has it
lead-ready-inheritance = The role’s members do not inherit its privileges directly
lead-ready-privileges = { $count ->
    [one] The role lacks { $count } privilege of the article
   *[other] The role lacks { $count } privileges of the article
  }
lead-ready-privileges-absent = { $count ->
    [one] { $count } privilege of the article cannot be granted here
   *[other] { $count } privileges of the article cannot be granted here
  }
lead-ready-account = { $more ->
    [0] { $name } can write leads
   *[other] { $name } and { $more } more can write leads
  }
lead-ready-account-none = No enabled user has the role, so nothing can write leads
lead-ready-sign-in = App registration and secret: sign in to read them
lead-ready-app = The app registration { $name } lacks something the article has
lead-ready-secret = The client secret of { $name } lives until { $day }
lead-ready-secret-soon = { $days ->
    [one] The client secret of { $name } ends on { $day }, in { $days } day
   *[other] The client secret of { $name } ends on { $day }, in { $days } days
  }
lead-ready-secret-ended = Every client secret of { $name } has ended: no lead arrives
lead-ready-secret-none = { $name } has no client secret
lead-ready-lead = { $name } wrote a lead on { $lead }, after its newest secret or password was made
lead-proof-before = { $name } last wrote a lead on { $lead }, before its newest secret or password was made ({ $made }). Whether the offer holds that one is not known: open the offer in Partner Center, select Validate again, then read again here.
lead-proof-untold = { $name } has written a lead; whether since its newest secret or password was made is not known. Sign in to read that, or open the offer in Partner Center, select Validate again, then read again here.
lead-proof-ended = { $name } has written a lead, but every secret of its app has ended or is gone: no lead arrives
lead-ready-lead-none = The service account has not written any lead yet; the offer may not be connected
lead-ready-lead-unread = Whether the service account has written a lead could not be read

## The lead management view
nav-lead-management = Leads
lead-reading = Reading solutions, roles, users and leads
lead-subtitle = From nothing to a validated lead destination for a marketplace offer
lead-way-title = How the lead service signs in
lead-way-entra = Microsoft Entra ID (recommended)
lead-way-entra-means = An app with a client secret; no password to change.
lead-way-office = Office 365
lead-way-office-means = A licensed user whose password has to be changed every 90 days.
lead-everything = Plan everything that is missing
lead-everything-none = Nothing is missing.
lead-everything-untold = Nothing is known to be missing. What is not known, Validate shows in Partner Center; if it fails, add the service account and the offer to the plan.
lead-reading-directory = Reading the directory
lead-state-done = Done
lead-state-open = Not done
lead-state-unknown = Not known
lead-state-sign-in = Needs sign-in
lead-in-plan = In the plan
lead-destination-https = HTTPS endpoint
lead-destination-table = Azure table
lead-destination-blob = Azure blob
lead-destination-email = Email
lead-destination-marketo = Marketo
lead-destination-salesforce = Salesforce
lead-file-choose = Choose the solution’s zip file
lead-file-other = Choose another zip file
lead-file-where = Download the solution and keep it on your computer: it stays there until the plan uploads it.
lead-download = Download Microsoft Marketplace Lead Writer
lead-article = Microsoft’s article
lead-role-holds = { $count ->
    [one] What the role holds here: { $count } privilege
   *[other] What the role holds here: { $count } privileges
  }
lead-role-brings = { $count ->
    [one] What the file’s role brings: { $count } privilege
   *[other] What the file’s role brings: { $count } privileges
  }
lead-file-is = { $file }: { $name } { $version }
lead-file-digest = SHA-256
lead-file-role-there = The role Microsoft Marketplace Lead Writer is in it
lead-file-role-unread = Whether the role is in it could not be read
lead-file-too-large = The file is too large for a solution.
lead-file-no-archive = The file is no zip archive. Download it again.
lead-file-no-solution = The archive holds no solution. Choose the file as it was downloaded.
lead-file-ambiguous = The archive’s files that describe the solution are there twice, or not named as Dataverse names them: it may read another than is shown here. Download the file again from Microsoft.
lead-file-not-understood = The solution’s description could not be understood. Download it again.
lead-standing-absent = It is not installed here yet.
lead-standing-older = An older version is installed; importing updates it.
lead-standing-same = The same version is installed, which is fine.
lead-account-sign-in = Sign in above to read and set up the service account.
lead-app-choose = App registration
lead-app-new = A new one
lead-app-option = { $name } · { $client }
lead-app-option-owned = { $name } · { $client } · owner: { $owner }
lead-app-owned = { $owner } owns this app registration, and can give it a secret of their own and write leads with it. Choose it only if you know why.
lead-app-created = Registered on { $day }.
lead-redirect-means = The lead service does not use it; the article’s example will do.
lead-app-multi = Accounts in any organizational directory may sign in
lead-app-single = Only accounts of some directories may sign in; the plan widens that
lead-app-permission = Dynamics CRM user_impersonation is among its permissions
lead-app-no-permission = Dynamics CRM user_impersonation is missing
lead-app-redirect = It has a redirect URI
lead-app-no-redirect = It has no redirect URI
lead-app-principal = It has a service principal in this tenant
lead-app-no-principal = It has no service principal in this tenant
lead-secret-until = { $name }: until { $day }
lead-secret-unheld = Whether the offer holds the newest of these secrets nobody can read; a lead written since would show it. Select Validate again in Partner Center, then read again here. If it fails, add this part and the offer to the plan.
lead-secret-ended = { $name }: ended on { $day }
lead-secret-new = Make a client secret
lead-secret-typed = You will be asked for the secret you have when the plan runs. It is kept in memory only.
lead-secret-shown-once = A new secret goes straight into the offer; without that part of the plan it is shown once, when the run ends.
lead-expires = Expires
lead-months = { $count ->
    [one] In { $count } month
   *[other] In { $count } months
  }
lead-licence-choose = Product licence
lead-licence-free = { $free ->
    [one] { $part } · { $free } free seat
   *[other] { $part } · { $free } free seats
  }
lead-user-there = { $name } is there already
lead-password-means = You will be asked for the password when the plan runs: 8 characters or more, three of small letters, capitals, digits and symbols. It need not be changed at first sign-in.
lead-remind = Save a reminder for { $day }
lead-reminder-title = Renew the lead service’s credential: { $name }
lead-reminder-text = It ends on { $day }. Make a new one and enter it in the offer’s connection details, or no lead arrives any more.
lead-road-choose = How the app gets into the environment
lead-road-power-platform = Through the Power Platform admin API
lead-road-dataverse = In Dataverse directly, as a new row of the User table
lead-road-hand = By hand, in the Power Platform admin center
lead-account-absent = The service account is no user of this environment yet
lead-account-there = { $name } is a user of this environment
lead-account-off = { $name } is a disabled user of this environment
lead-account-role = It has the role Microsoft Marketplace Lead Writer
lead-account-no-role = It does not have the role Microsoft Marketplace Lead Writer
lead-role-later = The role comes with the solution; the plan then adds what it lacks.
lead-by-hand = I set this by hand
lead-offer-means = Open your offer’s page Offer setup in Partner Center first: the plan fills in the offer that is open there.
lead-open-portal = Open Partner Center
lead-page-look = Look again
lead-page-shown = Open in Partner Center: { $offer }
lead-offer-named = { $name } (name as the page shows it; offer { $offer })
lead-offer-name = { $name } (name as the page shows it)
lead-offer-id = the offer { $offer }
lead-offer-live = The page says that the offer is live
lead-offer-draft = Not live yet: the page says that the offer is a draft. Finish and publish it: before that no customer’s lead arrives.
lead-offer-unproven = { $name } has not written any lead yet; the offer may not be connected
lead-offer-no-account = The chosen service account is no user of this environment yet, so there is no lead that could prove the offer
lead-next-title = What is left to do
lead-after-secret = The client secret expires on { $day }: from then on no lead arrives. Save a reminder now.
lead-after-password = The password has to be changed by { $day }, here and in the offer: otherwise no lead arrives any more. Save a reminder now.
lead-page-untold = Partner Center shows the customer leads of an offer; its address does not tell which
lead-page-opened = Sign in there and open your offer’s page Offer setup, then look again here.
lead-page-refused = Not allowed. Without it the page can only be filled in by your own hand, with the values below.
lead-hands-choose = On the offer’s page
lead-hands-latchkey = Latchkey fills in and selects OK and Validate
lead-hands-press = Latchkey fills in; I select OK and Validate
lead-hands-admin = I fill in the page myself
lead-detail-destination = Lead destination
    .is-dynamics = Dynamics 365 Customer Engagement
lead-detail-url = URL
lead-detail-authentication = Authentication
    .is-entra = Microsoft Entra ID
    .is-office365 = Office 365
lead-detail-directory = Directory ID
slot-known-later = Known once the plan has run
lead-copy = Copy
lead-copy-named = Copy: { $what }
lead-emails = Contact emails, separated by semicolons
lead-emails-label = Contact emails
lead-email-refused = { $address } is no email address.
lead-email-many = These are more addresses than Partner Center’s field is for.
lead-leads-none = There is no lead in this environment.
lead-leads-newest = Newest leads
lead-lead-own = { $subject } · { $time } · by the service account
lead-lead-other = { $subject } · { $time }
lead-file-role = Role
lead-file-accounts = Accounts
lead-file-apps = App registrations
lead-client-typed = Or the Application (client) ID of an app registration that is there
lead-client-refused = This is no Application (client) ID: it has to be a GUID.

# Salesforce: its rights and parts, and what it answered instead of data
salesforce-right-read = Read
salesforce-right-create = Create
salesforce-right-edit = Edit
salesforce-right-delete = Delete
salesforce-right-view-all = View All
salesforce-right-modify-all = Modify All
salesforce-right-view-all-fields = View All Fields
salesforce-app = App
salesforce-user = Integration user
salesforce-permission-set = Permission set
salesforce-what-organization = the Salesforce organization
salesforce-what-identity = who is signed in to Salesforce
salesforce-what-connection = the connection in Salesforce
salesforce-what-apps = the connected apps
salesforce-what-external-apps = the external client apps
salesforce-what-users = the users
salesforce-what-permission-sets = the permission sets
salesforce-what-assignments = who holds which permission sets
salesforce-what-object-permissions = the rights on objects
salesforce-what-field-permissions = the rights on fields
salesforce-what-description = the description of an object
salesforce-what-app-grants = who may use the app
salesforce-error-signed-out = You are not signed in to { $host }, or the session has ended. Sign in to Salesforce, then read again.
salesforce-error-api-disabled = Salesforce does not let this user use its API. An administrator gives the user API Enabled, in the profile or in a permission set.
salesforce-error-denied = Salesforce does not let you read this: { $what }. It needs View Setup and Configuration, or more.
salesforce-error-limit = Salesforce has no API requests left for this organization today. Nothing more is asked of it; try again tomorrow, or have the limit raised.
salesforce-error-not-known = Salesforce does not know a field or an object that was asked for, or does not show it to you: { $what }. That is not the same as none.

# Sign-in to Salesforce: what went wrong, and what the admin can do
salesforce-sign-in-no-client = Latchkey has no external client app in your Salesforce organization yet. Register one, then enter its host and consumer key in Settings.
salesforce-sign-in-cancelled = The sign-in was cancelled, and nothing was changed. If its window showed redirect_uri_mismatch or that the client is not known, check the registration of the external client app and what stands in Settings.
salesforce-sign-in-expired = Nobody is signed in to Salesforce, or the session has ended. Sign in.
salesforce-sign-in-app = This Salesforce organization does not know the consumer key. Check it in Settings; a new app can take ten minutes to be known.
salesforce-sign-in-redirect = The external client app does not list this browser’s callback URL. Add the one shown in Settings.
salesforce-sign-in-secret = The external client app requires a secret. Turn off “Require Secret for Web Server Flow” and leave “Require PKCE” on: an extension can keep no secret.
salesforce-sign-in-scope = The external client app does not allow the API. Give it the OAuth scope “Manage user data via APIs (api)”.
salesforce-sign-in-blocked = An administrator has blocked the external client app in this organization. Unblock it in Setup.
salesforce-sign-in-not-approved = The external client app is for approved users only, and you are not one of them. Add your profile or a permission set of yours to the app’s policies.
salesforce-sign-in-inactive = Salesforce says that the user or the organization is inactive. Sign in as another user.
salesforce-sign-in-organization = You signed in to { $signed-in }, but Settings names { $wanted }. Sign in there, or change Settings.

## Data policies and advanced connector policies
policy-group-business = Business
policy-group-non-business = Non-business
policy-group-blocked = Blocked
policy-placement-default = { $group }, by default
policy-placement-unclear = a group that cannot be told: unknown, or listed twice
policy-gate-actions = { $count ->
    [one] One of its actions is blocked: { $actions }
   *[other] { $count } of its actions are blocked: { $actions }
}
policy-gate-actions-all = All of its actions are blocked.
policy-gate-actions-left = Only these of its actions are allowed: { $actions }
policy-gate-actions-unclear = The rules for its actions cannot be told.
policy-gate-endpoint = The endpoint rule { $pattern } denies the Salesforce org.
policy-gate-endpoint-unclear = It has endpoint rules, and whether they deny the Salesforce org cannot be told.
policy-advanced-not-listed = The advanced connector policy does not allow the connector; what it does not list is blocked.
policy-advanced-connection-types = The advanced connector policy allows some types of connection alone.
policy-advanced-unclear = What the advanced connector policy says of the connector cannot be told.
policy-lock-tenant = the tenant
policy-whole = { $policy }, every member of it
    .is-true = as the plan has it
    .is-false = not as the plan has it
policy-step = Let the Salesforce connector through the data policy { $policy }
policy-reason-blocked = The sales agent needs the connector, and this policy blocks it.
policy-reason-chosen = The sales agent needs the connector, and this policy blocks it. You chose { $group }.
policy-reason-beside-dataverse = The sales agent needs the connector, and this policy blocks it. { $group } is preset: Dataverse is in it, and one app may only use connectors of one group together.
policy-reason-preset = The sales agent needs the connector, and this policy blocks it. { $group } is preset: this policy allows Dataverse in neither group.
policy-unproven = That a data policy written back whole keeps what Latchkey does not know of it, and that an old version is refused, is not yet proven on a live tenant; it is read again before and after.
policy-delta-group = Group of the Salesforce connector
policy-delta-actions = Its actions
policy-delta-endpoint = Endpoint { $host }
policy-value-blocked = blocked
policy-value-allowed = allowed

## Salesforce connection
nav-salesforce-connection = Salesforce
salesforce-title = Salesforce connection
salesforce-subtitle = Lets the sales agent fetch data in the background, without anybody signed in
salesforce-reading = Reading the connection in Salesforce…
salesforce-reason-host = To read the connection and its rights in your Salesforce organization, and to write what you approve.
salesforce-sources-title = Data sources
salesforce-source-dynamics-name = Dynamics 365 Sales
salesforce-source-dynamics = Needs nothing: the agent works in the same environment and connects directly.
salesforce-source-salesforce-name = Salesforce
salesforce-source-salesforce = Needs a server-to-server connection: an app, an integration user and a permission set in your Salesforce organization.
salesforce-connection = Connection
salesforce-state-none = There is no connection
salesforce-state-connected = Connected: app, integration user and permission set are there
salesforce-state-partly = Only part of the connection is there
salesforce-state-second-tenant = A second Microsoft Entra tenant may be connected
salesforce-state-unread = How the connection stands could not be read
salesforce-state-unclear = The apps could not be read, so whether there is a whole connection is not told
salesforce-state-elsewhere = The settings page names another connection than this Salesforce organization has
salesforce-parts-missing = Not there:
salesforce-connected-app = Connected app
salesforce-external-app = External client app
salesforce-name-first = the name of the first connections, until spring 2026
salesforce-name-since = the name documented since { $day }
salesforce-name-other = a name Microsoft’s documentation does not have
salesforce-inactive = Inactive: left by an earlier connection. Salesforce deletes no user.
salesforce-left-set = Left by an earlier connection: nobody holds it. Turning access on may take it up again.
salesforce-no-parts = Salesforce has no integration user or permission set, and no app, with a name the Sales agent gives.
salesforce-no-parts-read = Salesforce has no integration user or permission set with a name the Sales agent gives. Whether it has an app was not read: look there in Setup, or have somebody read it who may see external client apps.
salesforce-open = Open in Setup
salesforce-open-named = Open in Setup: { $name }
salesforce-drift-title = Changed since { $time }
salesforce-drift-remade = The connection was made anew, here or by somebody else: its parts are other ones
salesforce-drift-rights = The integration user’s rights have changed since they were last looked at
salesforce-drift-lost = Held before and not any more:
salesforce-drift-gained = Held now and not before:
salesforce-drift-known = This is as it should be
salesforce-wish = What is to become of the connection
salesforce-wish-nothing = Leave it as it is
salesforce-wish-nothing-means = Nothing is done.
salesforce-wish-connect = Turn on access
salesforce-wish-connect-means = The agent makes app, integration user and permission set; a few minutes.
salesforce-wish-reconnect = Reconnect
salesforce-wish-reconnect-means = Deletes the connection and makes a new one: after an error, or when the agent was set up for more custom fields. Until it is there the agent gets no data from Salesforce.
salesforce-wish-off = Turn off access
salesforce-wish-off-means = Deletes the app and the integration user from Salesforce. The agent gets no data from Salesforce until access is set up again.
salesforce-plan-nothing = Choose first what is to become of the connection.
salesforce-plan-second-tenant = Salesforce has more of this connection than one tenant makes. Connecting one Salesforce organization to several Microsoft Entra tenants is not supported and may cause unexpected errors. Which tenant made it, Salesforce does not tell: find out who did before you change anything here.
salesforce-plan-page-off = Salesforce has a connection, and the settings page says that access is off. Either another Microsoft Entra tenant made it, which is not supported beside yours and may cause unexpected errors, or access was turned off a few minutes ago. Load the settings page anew and read again; if it stays so, find out who connected before you change anything here.
salesforce-plan-apps-unread = Whether Salesforce is connected already, perhaps to another tenant, cannot be told, as the apps could not be read. Look in Salesforce’s Setup, under Connected Apps and under External Client App Manager, for one whose name has “Copilot” and “Sales”. If there is none, turn on access in the Sales agent’s own settings, then read again here.
salesforce-plan-elsewhere = The settings page names a connection that this Salesforce organization does not have: what is done there would change another organization’s. Sign in to Salesforce where that connection is, or close that page. If access was switched just now, load the page anew and look again.
salesforce-plan-connected = There is a connection already. Reconnect makes it anew.
salesforce-plan-not-connected = There is no connection that could be made anew or turned off.
salesforce-plan-unsaved = Something on the settings page is not saved: it would be saved along, or lost. Save or cancel it there, then look again; or do the steps on the page by hand.
salesforce-plan-connect = Connect the sales agent to Salesforce
salesforce-plan-reconnect = Make the sales agent’s connection to Salesforce anew
salesforce-plan-off = Turn off the sales agent’s access to Salesforce
salesforce-note-connect = App, integration user and permission set are made in this Salesforce organization by Microsoft’s service. What the user may do then stands under Rights.
salesforce-note-reconnect = Until the new connection is there the agent gets no data from Salesforce. The new parts have other ids: a permission set of your own that the integration user held has to be given to the new one.
salesforce-note-off = The agent can no longer reach data in Salesforce. To use it again the connection has to be set up again, and gets other ids.
salesforce-note-off-unseen = Salesforce shows no connection, so nothing there can show that access is off: only the settings page tells.
salesforce-note-one-tenant = One Salesforce organization can be connected to one Microsoft Entra tenant only.
salesforce-note-apps-unread = The app could not be read, so its part is not proven: look at it in Setup.
salesforce-access = Turn on access
salesforce-step-connect = Turn on access and save
salesforce-step-reconnect = Reconnect
salesforce-step-off = Turn off access
salesforce-step-app-gone = See that { $name } is gone
salesforce-reason-connect = There is no API for it: it is done in the Sales agent’s own settings, and shows in Salesforce.
salesforce-reason-reconnect = It deletes the connection and makes a new one, with the fields the agent is set up for now.
salesforce-reason-off = It deletes the app and the integration user from Salesforce.
salesforce-reason-app-gone = Turning access off removes it; only Salesforce shows that it did.
salesforce-guide-connect = In Outlook or Teams open the Sales app → Settings → Connectors → Agent connections → Salesforce. Turn on “Turn on access” and press Save, once. It takes a few minutes; Latchkey looks in Salesforce until app and user are there.
salesforce-guide-reconnect = In Outlook or Teams open the Sales app → Settings → Connectors → Agent connections → Salesforce, and press Reconnect, once. Latchkey looks in Salesforce until the new integration user is there.
salesforce-guide-off = In Outlook or Teams open the Sales app → Settings → Connectors → Agent connections → Salesforce, and turn off “Turn on access”; press Save if the page has it. Latchkey looks in Salesforce until no integration user is active.
salesforce-guide-app-gone = Nothing to do if access is off: Salesforce shows the app gone within a few minutes. If access is still on, turn it off as above.
salesforce-undo-reconnect = The connection that was there is deleted and cannot be brought back.
salesforce-left-anew = turned on anew: another connection, with other ids
salesforce-undo-app = The app comes back with the connection, as a new one.
salesforce-unproven-page = Where the Sales agent’s settings have this is as documented; it is not yet proven on a live tenant.
salesforce-user-with-set = Integration user with its permission set
salesforce-app-named = App { $name }
salesforce-connection-old = As it is
salesforce-connection-new = A new one
salesforce-there = There
salesforce-not-there = Not there
salesforce-lock-organization = Salesforce organization
salesforce-lock-name = Name of the Salesforce organization
salesforce-lock-user = Who is signed in to Salesforce
salesforce-step-grant = Let { $set } use { $app }
salesforce-reason-grant = With admin-approved users only, everybody needs a grant by profile or permission set.
salesforce-grant = { $app } for { $set }
salesforce-step-assign = Give { $set } to { $user }
salesforce-reason-assign = The permission set has the right the user lacks.
salesforce-assignment = { $set } for { $user }
salesforce-step-api = Turn on API Enabled in { $set }
salesforce-reason-api = The app reaches Salesforce as its users, who need the API for it.
salesforce-api-enabled = API Enabled in { $set }
salesforce-reason-page = To see the Sales app in Outlook or Teams, whose settings connect the agent.
salesforce-lock-page = Host of the settings page
salesforce-note-page = Latchkey does it on the settings page on { $host }. Which Salesforce organization that page is about, the page does not tell: what comes of it is looked for in the one you are signed in to.
salesforce-plan-on-unmade = The settings page has access turned on, and Salesforce shows no connection: it is being made, it could not be made, or that page is about another organization. Nothing here would show what comes of it, so Latchkey does nothing. Read again in a few minutes; if the page says that something is wrong, look again and choose Reconnect.
salesforce-undo-page = The step that waits for Salesforce takes it back.
salesforce-undo-unmade = Salesforce had no connection that could be brought back. Turn on access for a new one.
salesforce-step-open = Open “{ $what }”
salesforce-reason-open = It is on the way to the switch.
salesforce-reason-open-settings = It is on the way to the switch. If Connectors does not appear behind it, this Sales app does not offer you the connection: leave this out, and have an administrator of the CRM do it.
salesforce-reason-open-pane = It is on the way to the switch. Other data sources may have the same one: Latchkey takes only what stands under the name Salesforce. If that does not come into sight, leave this out and do the steps yourself.
salesforce-step-switch-on = Switch “Turn on access” on
salesforce-step-switch-off = Switch “Turn on access” off
salesforce-reason-switch = There is no API for it: it is done in the Sales agent’s own settings.
salesforce-step-save = Save
salesforce-reason-save = Only what is saved counts; where the page saves by itself there is nothing to press.
salesforce-step-none-unsaved = See that the page has nothing else to save
salesforce-reason-none-unsaved = Something else that is changed and not saved would be saved along, or lost. Looked at again right before each press.
salesforce-step-switched-on = See that Salesforce’s “Turn on access” is on
salesforce-step-switched-off = See that Salesforce’s “Turn on access” is off
salesforce-reason-switched = Only Salesforce’s own switch is saved. Looked at again right before Save.
salesforce-reason-made = The product makes app, user and permission set within a few minutes; only Salesforce shows that it did.
salesforce-step-made = See that the connection is made
salesforce-step-unmade = See that the integration user is gone
salesforce-step-still-none = See that Salesforce has no integration user yet
salesforce-step-still-ours = See that Salesforce still has the integration user of this run, and no other
salesforce-step-still = See that { $name } is still there, and no other
salesforce-reason-still = Another tenant may have connected, turned off or made it anew since it was read: then nothing is done. Looked at again right before each press.
salesforce-page-settings = Settings
salesforce-page-connectors = Connectors
salesforce-page-salesforce = Salesforce
salesforce-page-details = Connection details
salesforce-page-unsaved = Something to save
salesforce-page-title = The Sales agent’s settings page
salesforce-page-not-shown = No tab shows Outlook or Teams, or Latchkey may not see it. Without it you do the steps there by hand, guided.
salesforce-page-outlook = Open Outlook
salesforce-page-teams = Open Teams
salesforce-page-opened = Opened in a tab. Open the Sales app there, then look again.
salesforce-page-refused = Not allowed. The steps there stay guided.
salesforce-page-look = Look again
salesforce-page-found = Outlook or Teams is open. The address of the Sales app in it is published nowhere: if one of these is the Sales app’s, let Latchkey see it, and no other.
salesforce-page-none = Outlook or Teams is open, and the Sales app is not in sight there. Open it, then look again.
salesforce-page-several = The Sales app’s settings are in sight more than once, perhaps of several tenants. Close all but the one that is meant, then look again.
salesforce-page-allow = Let Latchkey see { $host }
salesforce-page-shown = The Sales app is in sight on { $host }
salesforce-page-driven = The way to “Turn on access” is found: Latchkey can do it there.
salesforce-page-begun = Settings is in sight; whether “Connectors” is in it shows once it is opened. If it does not come, this Sales app does not offer the connection to you: choose to do the steps yourself, as an administrator of the CRM.
salesforce-page-undriven = Neither Settings nor Connectors is in sight in it: only administrators of the CRM see them. The steps there stay guided.
salesforce-page-weak = Found only by the text beside it, so look twice:
salesforce-page-on = “Turn on access” is on
salesforce-page-off = “Turn on access” is off
salesforce-page-named = Connection details name the same app and user as Salesforce. They are called the same in every organization, so this does not show that the page is about this one
salesforce-page-named-otherwise = Connection details name a connection that this Salesforce organization does not have, so the page is about another one, or shows what was there before: { $details }
salesforce-page-alert = The settings page says that something is wrong
salesforce-page-alert-fix = Reconnect deletes the connection and makes a new one, with the fields the agent is set up for now.
salesforce-page-by-hand = I do the steps on the page by hand
salesforce-rights-title = Rights of the integration user
salesforce-ready-rights = On objects and fields the integration user holds exactly what is promised
salesforce-ready-more = The integration user holds all that is promised, and more
salesforce-ready-partly = Nothing that could be read is missing; some of it could not be told
salesforce-ready-unread = The integration user’s rights could not be read
salesforce-objects = Rights on objects
salesforce-object = Object
salesforce-fields = Rights on fields
salesforce-field = Field
salesforce-promised = Promised
salesforce-held = Held
salesforce-right-none = None
salesforce-right-on = { $what }: { $right }
salesforce-standing-held = Held
salesforce-standing-more = More than promised:
salesforce-standing-missing = Missing:
salesforce-standing-absent = Missing
salesforce-standing-edit = Held, and may be edited
salesforce-standing-implicit = Readable by everybody who reads the object
salesforce-standing-not-there = This organization has no such field
salesforce-standing-unknown = Could not be told
salesforce-more-system = Rights on the whole organization that nobody promised:
salesforce-more-objects = Objects nobody promised:
salesforce-more-fields = Fields nobody promised:
salesforce-custom-fields = Custom fields the agent was set up for:
salesforce-holds = Counted together from:
salesforce-file-rights = Rights as CSV
salesforce-settings-title = Sign-in to Salesforce
salesforce-settings-lead = Recipes about Salesforce ask its API as you, with an external client app of your own organization. The token is kept in memory only and is gone with the browser.
salesforce-host = Host of the organization (My Domain)
salesforce-host-wrong = This is no address of a Salesforce organization: it has the form contoso.my.salesforce.com or contoso.lightning.force.com.
salesforce-key = Consumer key
salesforce-no-client-here = Latchkey has no external client app in your Salesforce organization yet. Register one as described below, then save its host and consumer key above.
salesforce-host-note = Any address of the organization will do, also of Lightning.
salesforce-host-becomes = Latchkey asks { $host }, the My Domain host of that address.
salesforce-key-note = Of the external client app described below. It is no secret.
salesforce-key-wrong = This is no consumer key: it has 15 characters or more, letters, digits, points, underscores and hyphens only. Copy it from the app’s OAuth settings.
salesforce-sign-in-needed = Sign-in to Salesforce needed
salesforce-sign-in = Sign in to Salesforce
salesforce-sign-in-other = Sign in as another user
salesforce-signed-in = Signed in to { $host }
salesforce-account-organization = Organization ID
salesforce-account-user = User ID
salesforce-account-since = Signed in since
salesforce-registration-title = How to register the external client app
salesforce-registration-lead = Once per Salesforce organization, in Setup.
salesforce-registration-new = External Client App Manager → New External Client App; any name, distribution Local, Enable OAuth.
salesforce-registration-callback = Callback URL, one line per browser:
salesforce-registration-scope = OAuth scopes: Manage user data via APIs (api), and nothing else.
salesforce-registration-pkce = Security: Require Proof Key for Code Exchange (PKCE) on, Require secret for Web Server Flow off.
salesforce-registration-policy = Policies: let yourself in under Permitted Users.
salesforce-registration-copy = Enter the host and the consumer key above. A new app can take ten minutes to be known.
salesforce-ready-missing = { $count ->
    [one] One right that is promised is missing
   *[other] { $count } rights that are promised are missing
  }
salesforce-ready-missing-more = { $count ->
        [one] One right that is promised is missing
       *[other] { $count } rights that are promised are missing
    }, and { $more ->
        [one] { $more } more than promised is held
       *[other] { $more } more than promised are held
    }
salesforce-sign-in-page-refused = Salesforce refused the sign-in page. Check the consumer key in Settings, and that the external client app lists this browser’s callback URL; a new app can take ten minutes to be known.

## Transcription of meetings
transcription-label = Transcription
transcription-lock = the organization-wide meeting policy
transcription-open = Open the organization-wide meeting policy
transcription-list = Show the list of meeting policies
transcription-lock-page = the menu of the Teams admin center
transcription-step = Turn on Transcription in the organization-wide meeting policy
transcription-save = Save the meeting policy
transcription-seen = See in the meeting policy that it was kept
transcription-unproven = The policy API is private, and no page of the Teams admin center is published: neither is yet proven on a live tenant. What is saved can take hours to reach people.

## The readiness report: deployment of the sales agent with Salesforce
nav-readiness = Readiness
deploy-title = Sales agent: readiness
deploy-subtitle = Copilot for Sales with Salesforce, step by step: what is right, what is not, and what puts it right
deploy-reason-host = To tell which tenant the report is about.
deploy-reading = Being read…
deploy-sources = Where it is read
deploy-source-graph = Microsoft Graph
deploy-source-power-platform = Power Platform
deploy-source-teams = Teams admin center
deploy-source-salesforce = Salesforce
deploy-source-dataverse = Dataverse of msdyn_viva
deploy-source-hand = By hand
deploy-source-at = { $source }, { $time }
deploy-source-refused = { $source }, { $time }: everything asked there was refused
deploy-source-not-read = { $source }, not read
deploy-audience = Who will use it
deploy-audience-means = Say this first: licences and rights are counted against these people.
deploy-way-group = Everybody in a group
deploy-way-licence = Everybody who has a licence for it
deploy-way-names = These user names
deploy-in-force = In use
deploy-disabled =
    { $more ->
        [0] Not counted, because the account is disabled: { $names }
        [one] Not counted, because the accounts are disabled: { $names } and one more
       *[other] Not counted, because the accounts are disabled: { $names } and { $more } more
    }
deploy-group-name = Beginning of the group’s name
deploy-group-seek = Search
deploy-group-seeking = Searching… Where Microsoft Graph asks to wait, Latchkey waits and then asks again.
deploy-group-none = No group’s name begins so.
deploy-group-take = Use
deploy-group-take-named = Use: { $group }
deploy-names-typed = User names (such as agent@contoso.com), separated by commas or line breaks
deploy-names-none = No user name is entered.
deploy-said-group = Everybody in { $group }
deploy-said-licence = Everybody who has a licence for it
deploy-said-names =
    { $count ->
        [one] One user name
       *[other] { $count } user names
    }
deploy-people-count =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
deploy-absent = Nobody here is called:
deploy-report = The report
deploy-article-means = It follows Microsoft’s deployment guide; S001 with a number is a rule of it, in its order.
deploy-article = The article: deploy it for Salesforce CRM customers
deploy-count-blocked = Blocked: { $count }
deploy-count-attention = Needs attention: { $count }
deploy-count-unknown = Unknown: { $count }
deploy-count-ready = Ready: { $count }
deploy-step-numbered = { $step }. { $title }
deploy-step-before = Before you begin
deploy-step-outlook = Install it in Outlook
deploy-step-teams = Install and pin it in Teams
deploy-step-transcripts = Turn on transcripts of Teams meetings
deploy-step-access = The users’ rights in Salesforce
deploy-step-dlp = The Salesforce connector is not blocked
deploy-step-app = Microsoft Power Platform is not blocked in Salesforce
deploy-step-environment = The first sign-in and msdyn_viva
deploy-step-customize = Customize it (optional)
deploy-step-welcome = Welcome the sellers
deploy-today-licence = The article names the Copilot for Sales licence; today it comes with Microsoft 365 Copilot. Either will do.
deploy-today-outlook = Copilot for Sales is called Sales agent today, and Integrated apps > Get apps has become Agents > All agents.
deploy-today-teams = In Teams the app is called Sales today. Microsoft advises against PowerShell for this.
deploy-today-dlp = Besides data policies, which the article calls DLP, advanced connector policies can block the connector today.
deploy-today-app = The article calls Install optional. Since September 2025 Salesforce refuses apps that are not installed, so it is needed.
deploy-today-welcome = Today’s article has a step 9 of its own for Microsoft 365 Copilot; welcoming the sellers has become step 10 there.
deploy-wanted-role-global = You are a tenant administrator
deploy-wanted-role-teams = You may make set-up policies in Teams
deploy-wanted-role-power-platform = You may read and change data policies
deploy-wanted-licence = Everybody has a licence
deploy-wanted-outlook = The agent is deployed to Outlook
deploy-wanted-teams-install = A set-up policy installs the app
deploy-wanted-teams-pin = The same policy pins the app
deploy-wanted-transcription = Transcription is on in the Global meeting policy
deploy-wanted-customize-right = You may customize the app in Salesforce
deploy-wanted-people = Everybody is found in Salesforce
deploy-wanted-records = Everybody may view, update and create records
deploy-wanted-api-enabled = Everybody is API Enabled
deploy-wanted-data-policies = No data policy blocks the Salesforce connector
deploy-wanted-advanced-policies = No advanced connector policy blocks it
deploy-wanted-app-listed = Microsoft Power Platform is listed under Connected Apps
deploy-wanted-permitted-users = Permitted Users lets everybody in
deploy-wanted-ip-relaxation = IP Relaxation is Relax IP restrictions
deploy-wanted-refresh-token = Refresh Token Policy is Refresh token is valid until revoked
deploy-wanted-timeout = Timeout Value is None
deploy-wanted-environment = The environment msdyn_viva is there
deploy-wanted-administrators = The administrators of msdyn_viva are reviewed
deploy-wanted-settings = Administrator settings suit you
deploy-wanted-ai-features = AI features are set up
deploy-wanted-forms = Forms and fields are customized
deploy-wanted-extensions = Other applications extend it
deploy-wanted-welcome = The sellers have the welcome message
deploy-wanted-visible = The app shows for everybody
deploy-wanted-mailbox-policies = The mailbox policies let the add-in show
deploy-wanted-community = The sellers know the community
deploy-guide-roles = Microsoft Entra admin center: Roles & admins > the role > Assignments. A role that is only eligible has to be activated first (My roles).
deploy-guide-licence = Microsoft 365 admin center: Billing > Licenses > the product > Assign licenses. Set the user’s usage location first.
deploy-guide-outlook = Microsoft 365 admin center: Agents > All agents > Sales > Deploy > Select users > Next > Accept permissions > Next > Finish deployment > Done. Accepting the permissions is your own click. Users see it within 24 hours, at the latest after 48. This does not install it in Teams.
deploy-guide-teams-install = Teams admin center: Teams apps > Setup policies > Manage policies > Add. Turn on User pinning; Installed apps > Add apps > Sales > Add. Save, then Group policy assignment > Add > the group, ranking and policy > Apply.
deploy-guide-teams-pin = In the same policy: Pinned apps > Add apps > Sales > Add. Keep the default pins; set the order under App bar.
deploy-guide-transcription = Teams admin center: Meetings > Meeting policies > Manage policies > Global (Org-wide default) > Recording & transcription > Transcription on > Save. Without it the app cannot summarize a recorded meeting.
deploy-guide-customize-right = Salesforce: Setup > Users > Profiles > your profile > System Permissions: Modify All Data or Manage Data Integrations. A permission set does not count here. In msdyn_viva you also need the roles System Administrator and Sales Copilot Administrator.
deploy-guide-people = Salesforce: Setup > Users > Users. Give the user the Federation ID their single sign-on uses, or the same user name or mail address.
deploy-guide-records = Salesforce: Setup > Users > Profiles or Permission Sets > Object Settings: Read, Create and Edit on accounts, contacts, leads and opportunities. A change shows in Teams within 15 minutes.
deploy-guide-api-enabled = Salesforce: Setup > Users > Profiles > Administrative Permissions > API Enabled, or a permission set that has it.
deploy-guide-data-policies = Power Platform admin center: Policies > Data policies > the policy > Edit Policy > Prebuilt connectors > Salesforce: Business or Non-business, not Blocked > Update policy. Before the first sign-in only policies for the whole tenant can be checked.
deploy-guide-advanced-policies = Power Platform admin center: Manage > Environment groups > the group of msdyn_viva > Rules > Advanced connector policies: Salesforce is on the list.
deploy-guide-app-listed = Salesforce: Setup > Platform Tools > Apps > Connected Apps > Manage Connected Apps: Microsoft Power Platform. If it is missing: Connected Apps OAuth Usage > Microsoft Power Platform > Install (Unblock if it is blocked). It is listed there once somebody has signed in with it.
deploy-guide-permitted-users = Salesforce: Manage Connected Apps > Microsoft Power Platform > OAuth Policies > Permitted Users. With Admin approved users are pre-authorized, add profiles or permission sets below; with All users may self-authorize nothing more is needed.
deploy-guide-ip-relaxation = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > IP Relaxation. No API tells it.
deploy-guide-refresh-token = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > OAuth Policies > Refresh Token Policy.
deploy-guide-timeout = Salesforce: Manage Connected Apps > Microsoft Power Platform > Edit Policies > Session Policies > Timeout Value. No API tells it; the timeout of mobile sessions is another setting.
deploy-guide-environment = Power Platform admin center: Manage > Environments > msdyn_viva. The first user who signs in to Salesforce from the app in Outlook or Teams makes it. Never edit or remove it; converting a trial to production is the one exception.
deploy-guide-administrators = Power Platform admin center: Manage > Environments > msdyn_viva > Settings > Users + permissions > Users > Manage security roles. Global and Power Platform Administrators have System Administrator there automatically; look at everybody else who has it.
deploy-guide-settings = The Sales app in Outlook or Teams > Settings. Only administrators of the CRM see it.
deploy-guide-ai-features = The Sales app > Settings > AI features: what is in preview or generally available.
deploy-guide-forms = The Sales app > Settings > Forms. It works without any change.
deploy-guide-extensions = The article on extending the product leads through connecting other applications.
deploy-guide-welcome = Send the message below.
deploy-guide-visible = Let a seller look for Sales in Outlook. It can take up to 48 hours until it shows there and in other Microsoft 365 apps.
deploy-guide-mailbox-policies = Exchange admin center: Roles > Outlook web app policies, or Get-OwaMailboxPolicy: these four are true. If one is not, the app stays hidden after 48 hours.
deploy-guide-community = Its forums connect with peers, and experts look through the questions regularly; ideas go to the product team.
deploy-unknown-signed-out = Not read: sign in to { $source } above, or check it by hand.
deploy-unknown-hand = Nothing Latchkey can ask tells it: check it by hand.
deploy-unknown-page = Only the page in Salesforce shows it: check it there.
deploy-unknown-optional = Optional: no API tells how it is set.
deploy-unknown-welcome = Whether they have it is not read.
deploy-unknown-community = Whether they are there is not read.
deploy-unknown-audience = Say first who will use it.
deploy-unknown-people = Not read yet for those who will use it.
deploy-checked-by-hand = You have checked it by hand.
deploy-reviewed-before = You reviewed them by hand on { $day }: that counts for those who were there then.
deploy-role-held = You are { $role }.
deploy-role-lacking = You are not { $role }: somebody else has to do what needs it.
deploy-role-eligible = Roles you could activate (Privileged Identity Management) are not shown here.
deploy-licence-none-bought = The tenant has no licence for it: neither Microsoft 365 Copilot nor Copilot for Sales. Buying is up to you.
deploy-licence-lapsed = The tenant’s licence for it is not in force: it has ended, or is suspended. Renewing is up to you.
deploy-licence-off =
    { $count ->
        [one] One person has a licence in which the app is switched off: turn it on in the Microsoft 365 admin center.
       *[other] { $count } people have a licence in which the app is switched off: turn it on in the Microsoft 365 admin center.
    }
deploy-partial = Not everything could be read, so that nothing is concluded from it.
deploy-audience-empty = Nobody is in it.
deploy-audience-not-all =
    { $count ->
        [one] One of the names is nobody in the tenant, or more than one: what was found is about the others alone.
       *[other] { $count } of the names are nobody in the tenant, or more than one: what was found is about the others alone.
    }
deploy-licence-seats = { $with ->
        [one] One person has one
       *[other] { $with } people have one
    }; { $free ->
        [one] one seat is free.
       *[other] { $free } seats are free.
    }
deploy-licence-all =
    { $count ->
        [one] The one person has a licence.
       *[other] All { $count } have a licence.
    }
deploy-licence-lacking =
    { $count ->
        [one] One person has no licence.
       *[other] { $count } people have no licence.
    }
deploy-licence-short =
    { $count ->
        [one] One seat is missing: buying it is up to you.
       *[other] { $count } seats are missing: buying them is up to you.
    }
deploy-environment-none = msdyn_viva is not there yet: the first user’s sign-in to Salesforce from the app makes it.
deploy-environment-not-all = None of the environments shown to you is msdyn_viva, but only an administrator of the whole tenant sees all of them.
deploy-environment-anybody = Any user can bring it about; the setting that limits trial environments to administrators does not stop it.
deploy-environment-trial = msdyn_viva is there as a trial and goes when that ends. Convert it before: Power Platform admin center > Manage > Environments > msdyn_viva > Convert to production. When it ends stands on that page; Latchkey does not read it.
deploy-environment-there = msdyn_viva is there ({ $kind }).
deploy-customize-right = Your profile has Modify All Data or Manage Data Integrations.
deploy-customize-right-lacking = Your profile has neither Modify All Data nor Manage Data Integrations.
deploy-own-unread = Salesforce does not say who is signed in, or it is no ordinary user.
deploy-people-all =
    { $count ->
        [one] The one person is found, once.
       *[other] All { $count } are found, each once.
    }
deploy-people-not-all = { $none } not found, { $several } not found unambiguously.
deploy-people-by = Found by federation id, then user name, then mail address. What follows counts only who was found.
deploy-people-none = Nobody of them was found in Salesforce.
deploy-records-all = All { $count } may view, update and create accounts, contacts, leads and opportunities.
deploy-records-lacking =
    { $count ->
        [one] One person lacks rights on these objects.
       *[other] { $count } people lack rights on these objects.
    }
deploy-api-all = All { $count } are API Enabled.
deploy-api-lacking =
    { $count ->
        [one] One person is not API Enabled and cannot use it.
       *[other] { $count } people are not API Enabled and cannot use it.
    }
deploy-app-listed = It is installed.
deploy-app-not-listed = It is not installed, or it is blocked: ordinary users are refused.
deploy-app-install = Which of the two it is no API tells, and none changes it: Connected Apps OAuth Usage has Install beside it, or Unblock. After Unblock it is missing there until somebody signs in with it again.
deploy-app-unread = The app or its grants could not be read completely.
deploy-app-several = Several apps of that name are installed: which of them a grant would be for cannot be told. Remove or rename the others in Salesforce Setup.
deploy-app-first = The app has to be there first.
deploy-permitted-self = All users may self-authorize: nobody needs a grant.
deploy-permitted-approved = Admin approved users are pre-authorized, and everybody has a grant.
deploy-permitted-lacking =
    { $count ->
        [one] Admin approved users are pre-authorized, and one person lacks a grant.
       *[other] Admin approved users are pre-authorized, and { $count } people lack a grant.
    }
deploy-refresh-until-revoked = It is valid until revoked.
deploy-refresh-unproven = By the API’s empty validity period, whose meaning is not yet proven on a live organization.
deploy-refresh-ends = It ends after some time: users would have to sign in again and again.
deploy-reason-setup = To see the page of Microsoft Power Platform in Salesforce Setup, which alone tells IP Relaxation and Timeout Value.
deploy-setup-open = Open the page in Setup
deploy-setup-opened = Opened in a tab. Once the page is there, look again.
deploy-setup-refused = Not allowed: check it by hand.
deploy-setup-by-page = The app’s page on { $host } says: { $value }
deploy-setup-other = A page of another app or organization is open ({ $host }): it says nothing of this one.
deploy-setup-editing = The form is open, and what is chosen there may not be saved: save or cancel it, then look again.
deploy-setup-not-found = It was not found on the page: check it there.
deploy-setup-untold = What the page says could not be told apart: check it there.
deploy-setup-may-not = The page has no Edit Policies for you: changing it takes Customize Application, and Manage Connected Apps or Modify All Data.
deploy-setup-contradicts = The page and the API do not agree: look at it yourself.
deploy-setup-contradiction = The page says: { $value } The API says: { $api }
deploy-ip-relaxed = IP restrictions are relaxed.
deploy-ip-otherwise = IP restrictions are not relaxed: the connector can be refused, as it does not come from your trusted addresses.
deploy-timeout-none = There is no timeout.
deploy-timeout-some = Sessions end after some time: users would have to sign in again and again.
deploy-what-setup = The app’s page in Setup
deploy-lock-setup = The app’s page in Setup
deploy-setup-form = Form of the app’s policies
    .is-true = open
    .is-false = closed
deploy-setup-edit = Edit Policies
    .is-true = there
    .is-false = not there: a form that is open has to be saved or cancelled first
deploy-policy-ip = IP Relaxation
    .is-BYPASS = Relax IP restrictions
    .is-BYPASS_2FACTOR = Relax IP restrictions for activated devices
    .is-ENFORCE_RELAXREFRESH = Enforce IP restrictions, but relax for refresh tokens
    .is-ENFORCE = Enforce IP restrictions
deploy-policy-ip-wanted = Relax IP restrictions
deploy-policy-refresh = Refresh Token Policy
    .is-infinite = Refresh token is valid until revoked
    .is-true = chosen
    .is-false = not chosen
deploy-policy-refresh-wanted = Refresh token is valid until revoked
deploy-policy-timeout = Timeout Value
    .is-none = None
deploy-policy-timeout-wanted = None
deploy-setup-step-open = Open the form for { $policy }
deploy-setup-step-choose = Choose { $value } as { $policy }
deploy-setup-step-save = Save { $policy }: { $value }
deploy-reason-setup-open = No API changes it: the page does, under Edit Policies.
deploy-reason-setup-choose = As the article wants it for the connector.
deploy-reason-setup-save = Done once the page that shows the policies says so.
deploy-undo-form = The form is closed again when it is saved.
deploy-undo-refresh = Which choice this was could not be told apart, so that it cannot be chosen again: { $value }
deploy-undo-note-licences = { $count ->
        [one] One person loses the licence
       *[other] { $count } people lose the licence
    } and cannot use the app any more; the seats are free for others. Data of services that only this licence covered is not kept for ever: see to it first.
deploy-undo-note-transcription = Transcription is off again for everybody whom the organization-wide meeting policy holds for: the app cannot summarize their recorded meetings any more.
deploy-undo-note-policies = Taken back, the data policy blocks the Salesforce connector again in every environment it is for, msdyn_viva among them: the sales agent stops there, and so does whatever else has come to use the connector meanwhile.
deploy-undo-note-grant = Whoever may use the app by this permission set or profile alone is refused from then on, wherever they use it.
deploy-undo-note-setup = The former policies of Microsoft Power Platform hold again for every user of that app in Salesforce: the connector can be refused, or users have to sign in again.
deploy-undo-note-administrators = { $count ->
        [one] One person gets System Administrator of msdyn_viva back
       *[other] { $count } people get System Administrator of msdyn_viva back
    }: they may read and change everything there again, the data the app keeps included.
deploy-unproven-setup = Where the page has this is from articles and public code; it is not yet proven on a live organization.
deploy-note-setup = The page works as whoever is signed in to Salesforce in its tab. Keep it open until the plan is done.
deploy-note-setup-reach = What is changed of Microsoft Power Platform in Salesforce holds for every user of that app there, not for the sellers alone.
deploy-note-ip = Relax IP restrictions loosens security: sessions of this app are let in from any address, also from outside the trusted ranges. The article wants it because the connector does not come from your addresses. What else limits who gets in, such as Permitted Users, stays.
deploy-note-refresh = A refresh token that is valid until revoked loosens security: whoever gets hold of one keeps access until it is revoked in Salesforce. The article wants it so that users need not sign in again and again.
deploy-note-timeout = Timeout Value None loosens security: the app itself ends no session, so that a device left open stays signed in as long as the profile or the organization lets it. The article wants it so that users need not sign in again and again.
deploy-note-unconsented = As it stands the licences cannot be given: the run would stop there. { $why } The line about licences in the report has the sign-in.
deploy-visible-not-deployed = Check the deployment to Outlook above first: its hours are counted from then.
deploy-visible-first-day = Deployed { $hours } hours ago: the add-in can take up to 24 hours to show, up to 48 over all.
deploy-visible-second-day = Deployed { $hours } hours ago: it can still take up to 48 hours.
deploy-visible-late = Deployed { $hours } hours ago: if it does not show by now, look at the mailbox policies below.
deploy-check-by-hand = Check by hand
deploy-open = Open { $host }
deploy-checked = I have checked this
deploy-deployed-now = I have deployed it: count the hours from now
deploy-names = { $count } names
deploy-licence = Licence
deploy-licence-option = { $part } ({ $free } free)
deploy-location = Usage location
deploy-set = Let in by
deploy-set-profile = Profile { $set } ({ $reach })
deploy-set-permission-set = Permission set { $set } ({ $reach })
deploy-set-reach = { $count } of them, { $holders ->
        [one] one person
       *[other] { $holders } people
    } in all
deploy-set-reach-unread = { $count } of them; how many in all was not read
deploy-step-grant-set = Let the permission set { $set } use { $app }
deploy-step-grant-profile = Let the profile { $set } use { $app }
deploy-reason-grant = { $count ->
        [one] Then everybody who holds it may use the app: one person.
       *[other] Then everybody who holds it may use the app: { $count } people in all, { $chosen } of them among those who will use it and lack a grant.
    }
deploy-reason-grant-unread = Then everybody who holds it may use the app, { $chosen } of them among those who will use it and lack a grant; how many hold it in all could not be read.
deploy-plan-title =
    { $count ->
        [one] Put one thing right for the sales agent
       *[other] Put { $count } things right for the sales agent
    }
deploy-plan-nothing = Nothing is to be put right.
deploy-plan-incomplete = No plan rests on what was not read completely: { $what }.
deploy-plan-sign-in = Sign in first: this is written there.
deploy-plan-no-licence = No licence with a free seat is chosen.
deploy-plan-no-location = Enter the usage location as two letters, such as DK.
deploy-plan-no-set = No permission set is chosen.
deploy-what-audience = who will use it
deploy-reason-licence = Without it the user cannot use the product. It takes a free seat your tenant already has.
deploy-note-seats =
    { $more ->
        [0] Without a licence stay: { $names }.
        [one] Without a licence stay: { $names } and one more.
       *[other] Without a licence stay: { $names } and { $more } more.
    }
deploy-note-not-let-in =
    { $more ->
        [0] Still not let in: { $names }.
        [one] Still not let in: { $names } and one more.
       *[other] Still not let in: { $names } and { $more } more.
    }
deploy-note-cost = Only free seats of subscriptions your tenant already has are given: nothing is bought. Where your agreement bills assigned seats, each counts from now on.
deploy-note-transcription = The organization-wide meeting policy holds for everybody who is given no other one: the meetings they hold can be transcribed from then on, not only those of the sellers. Without it the app cannot summarize a recorded meeting.
deploy-seats = Who gets one: { $given } of { $all }
deploy-seats-full = There are no more free seats: take one from somebody to give it to another.
deploy-files-means = As a page to print, or as JSON; what was read is in it, with its time and source.
deploy-files-page = Page to print
deploy-paper-place = Where: { $place }
deploy-about-audience = Who will use it
deploy-about-tenant = Tenant
deploy-about-environment = Environment
deploy-about-salesforce = Salesforce organization
deploy-about-read = Read
deploy-about-totals = Totals
deploy-about-not-read = not said or not read
deploy-welcome-language = Language of the message
deploy-welcome-read = Read the message
deploy-welcome-mail = New mail
deploy-welcome-short = New mail holds a shortened message, as mail programs cut long addresses: one link stands for the single articles. Copy and Save as HTML have all of it.
deploy-welcome-save-page = Save as HTML
deploy-welcome-copied = Copied
deploy-welcome-without = Left out of the message, as it was not read: { $fact }.
deploy-fact-tenant = the name of your organization
deploy-fact-salesforce = the address of Salesforce
deploy-fact-sender = your name
deploy-welcome-subject = Welcome to Sales agent
deploy-welcome-dear = Dear sellers of { $tenant },
deploy-welcome-dear-all = Dear sellers,
deploy-welcome-what = Welcome to Sales agent (formerly Copilot for Sales), an app that brings Salesforce data and AI-powered insight into your work in Outlook and Teams.
deploy-welcome-first = Your first sign-in
deploy-welcome-sign-in = Open Sales in Outlook or Teams, and sign in to Salesforce with your own account. It can take up to 48 hours until the app shows.
deploy-welcome-sign-in-at = Open Sales in Outlook or Teams, and sign in to Salesforce ({ $host }) with your own account. It can take up to 48 hours until the app shows.
deploy-welcome-sign-in-how = How to sign in
deploy-welcome-pin = How to open and pin the app
deploy-welcome-more = What you can do
deploy-welcome-articles = All articles for sellers
deploy-welcome-contact = Connect a contact to Salesforce
deploy-welcome-save = Save mails and meetings to Salesforce
deploy-welcome-record = See the details of a record
deploy-welcome-draft = Draft mails
deploy-welcome-meeting = Read the summary of a Teams meeting
deploy-welcome-update = Update records without leaving Outlook
deploy-welcome-help = Help
deploy-welcome-trouble = Troubleshooting guide
deploy-link-community = Community: forums with peers and experts
deploy-link-ideas = Ideas for the product team
deploy-welcome-from = Kind regards, { $name }
deploy-welcome-at = { $says }: { $address }
deploy-source-connector-policies = Power Platform API
deploy-environment-not-ready = msdyn_viva is being made.
deploy-environment-developer = An environment is called msdyn_viva, but it is a maker’s own: whether it is the sales agent’s cannot be told. Look at it in the admin center, and have it renamed if it is not.
deploy-environment-unclear = { $count } environments are called msdyn_viva: which of them is the sales agent’s cannot be told. Look at them in the admin center, and have the others renamed.
deploy-environment-untold = msdyn_viva is there, but the Power Platform does not say in what state or of what kind.
deploy-policies-unplaced = Nothing was found in the way that is for every environment, but whether a policy is for msdyn_viva cannot be told.
deploy-policies-superseded = An advanced connector policy takes the place of data policies here.
deploy-policies-not-all = Nothing was found in the way, but only an administrator of the whole tenant sees every data policy.
deploy-policies-none = No data policy concerns it.
deploy-policies-open = Nothing is in its way.
deploy-policies-limited = Part of it may be used; whether that is enough is published nowhere.
deploy-policies-unclear = Whether it may be used cannot be told.
deploy-policies-blocked = It is blocked.
deploy-policy-line = { $policy } – { $group }
deploy-policy-line-reach = { $policy } – { $group } – { $reach }
deploy-policies-apart = { $policy } has Salesforce in { $salesforce } and Dataverse in { $dataverse }: no one app may use both. Whether the sales agent needs that is not documented.
deploy-policies-before = msdyn_viva is not there yet: only policies that reach every environment to come can be checked.
deploy-policies-touches =
    { $more ->
        [0] { $count ->
            [0] changing it touches no other environment
           *[other] changing it also touches: { $names }
        }
        [one] changing it also touches: { $names } and one more
       *[other] changing it also touches: { $names } and { $more } more
    }
deploy-group-preset = { $group } (preset)
deploy-group-each = In each policy its preset
deploy-group-beside-dataverse = { $policy }: { $group } is preset, because Dataverse is in it, and one app may only use connectors of one group together. Either passes.
deploy-group-without-dataverse = { $policy }: { $group } is preset, as this policy allows Dataverse in neither group. Either passes.
deploy-advanced-before = msdyn_viva is not there yet: advanced connector policies are assigned to an environment or its group.
deploy-advanced-none = None is assigned to msdyn_viva or its group.
deploy-advanced-open = Those assigned to msdyn_viva allow it.
deploy-transcription-on = It is on.
deploy-transcription-off = It is off: recorded meetings cannot be summarized.
deploy-teams-installed = A set-up policy installs it.
deploy-teams-not-installed = No set-up policy installs it.
deploy-teams-no-user-pinning = A set-up policy installs it, but User pinning is off there.
deploy-teams-pinned = The same policy pins it and keeps the default pins.
deploy-teams-not-pinned = No policy that installs it pins it.
deploy-teams-pins-missing = It is pinned, but default pins are missing: Activity, Chat and Teams have to stay.
deploy-teams-assigned = To whom these policies are assigned is not read:
deploy-teams-app-refused = Your role is enough, but Teams refuses this app: its policy API is private, and may not let an app of the tenant’s own in. Check it, or do it, in the Teams admin center.
deploy-teams-refused = { $why } If both are there, Teams refuses this app: its policy API is private, and may not let an app of the tenant’s own in. Then check it, or do it, in the Teams admin center.
deploy-what-policies = the data policies
deploy-note-policies = A data policy reaches every environment it is for, not msdyn_viva alone. Connections that were disabled may stay so for a while.
deploy-note-policy-touches =
    { $more ->
        [0] { $policy } is also for: { $names }.
        [one] { $policy } is also for: { $names } and one more environment.
       *[other] { $policy } is also for: { $names } and { $more } more environments.
    }
deploy-source-choose = Sign in: { $source }
registration-power-platform-api = API permissions > APIs my organization uses > Power Platform API > Delegated permissions; only for the readiness report, to read advanced connector policies:
registration-teams = API permissions > APIs my organization uses > Skype and Teams Tenant Admin API > Delegated permissions; only for the readiness report:
registration-dataverse = API permissions > APIs my organization uses > Dataverse > Delegated permissions; only for the readiness report, to review the administrators of msdyn_viva:
registration-missing = If an API is not in that list, nobody has used Power Apps in this tenant yet: open make.powerapps.com once and look again.
registration-api-id = Also found by its ID: { $id }
registration-recipes = For: { $recipes }
registration-recipes-all = For every recipe that signs in
sign-in-resource-dataverse = Dataverse
sign-in-why-environment = to read, in the environment msdyn_viva, who administers it, and to take that off those you choose
remembered-title = What is remembered
remembered-lead = Who will use the Sales agent and what you ticked off, per tenant, as you chose or typed it; and how the Salesforce connection looked and where the Sales settings were shown. In this browser only.
remembered-forget = Forget it
remembered-forgotten = Forgotten.
remembered-kept = It could not be forgotten.
deploy-administrators-before = msdyn_viva is not there yet.
deploy-administrators-found = { $count ->
    [one] One person is System Administrator there.
   *[other] { $count } people are System Administrator there.
}
deploy-administrators-others = { $count ->
    [one] One System Administrator was made that by somebody, not by a role of the tenant: look whether they should be.
   *[other] { $count } System Administrators were made that by somebody, not by a role of the tenant: look whether they should be.
}
deploy-administrators-came = By a role of the tenant (Global or Power Platform Administrator): { $people }.
deploy-administrators-apps = { $count ->
        [one] One application is that as well: { $names }.
       *[other] { $more ->
            [0] { $count } applications are that as well: { $names }.
           *[other] { $count } applications are that as well: { $names } and { $more } more.
        }
    }
deploy-administrators-eligible = Who holds such a role through a group, or could only activate it, counts as made by somebody.
deploy-administrators-unparted = Who of them came by a role of the tenant could not be read, so nobody can be taken off here.
deploy-administrators-not-all = You are not among them: who is no System Administrator there may not be shown all of them.
deploy-what-administrators = the administrators of msdyn_viva
deploy-plan-nobody = Nobody is chosen.
deploy-note-administrators = You stay System Administrator of msdyn_viva, and everybody who is taken off keeps another role there; both are read again right before each step.
deploy-administrator-label = { $person } is System Administrator
deploy-administrator-other = They keep another role
deploy-administrator-own = You are System Administrator
deploy-administrator-role = System Administrator
deploy-step-administrator = { $person }: take System Administrator of msdyn_viva off
deploy-reason-administrator = No role of the tenant makes them that, and you chose them. They notice it at once.
deploy-dismiss = Take it off { $person }
deploy-dismiss-first = Tick whom to take it off; then it can be added to the plan.
deploy-stays-yourself = { $person } stays: that is you.
deploy-stays-indirect = { $person } has it through a team or more than once: see the check by hand.
deploy-stays-only-role = { $person } has no other role there: give another one first.
