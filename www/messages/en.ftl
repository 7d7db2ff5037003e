# Latchkey: every text a person sees.

## Shown on portal pages; written into the content script by the build, so plain text only
content-button = Latchkey
content-who = Who can disconnect?
content-updated = Latchkey was updated; reload this page
content-dock = Latchkey
content-expand = Show Latchkey

## Disconnect rights
disconnect-title = Disconnect rights
disconnect-subtitle = Who may disconnect a Teams chat from a record
disconnect-still-reading = Still being read
disconnect-on = On
disconnect-off = Off
disconnect-toggle-owner = Record owner can disconnect chats
disconnect-toggle-connector = Chat connector can disconnect chat
disconnect-privilege-label = { $privilege }
disconnect-role-right = Privilege of { $role }
disconnect-grant-direct = Through the role { $role }
disconnect-grant-through-team = Through the role { $role } of the team { $team }
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
    [one] { $count } switch is off: a new organization has it on
   *[other] { $count } switches are off: a new organization has them on
  }
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
disconnect-action-show = Show me
disconnect-export-record-types = Record types
disconnect-export-users = Users
disconnect-export-roles = Roles
disconnect-export-complete = Complete
disconnect-export-partial = Incomplete: at least these
disconnect-export-unreadable = Could not be read

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
