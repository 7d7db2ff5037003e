//! Reads what leads stand on in Dataverse: two batches, and one more for who has written leads. The directory is read by
//! [`super::directory`] once somebody has signed in to it, the offer's page by [`super::offer_page`].

use super::observed::{Account, Held, Installed, Lead, LeadWriter, Observed, Rights, Unit};
use super::offer_page::OfferPage;
use crate::domain::day::Day;
use crate::domain::lead::package::Version;
use crate::domain::lead::role::{Inheritance, ROLE, WANTED};
use crate::domain::privilege::Privilege;
use crate::domain::reading::Reading;
use crate::recipes::disconnect::observe::{missing, reading};
use crate::recipes::disconnect::{Context, ObserveError};
use crate::services::Transport;
use crate::services::dataverse::client::{Listing, Slot};
use crate::services::dataverse::wire::{RolePrivilege, RolePrivileges};
use crate::services::dataverse::wire_leads::{AccountRow, LeadRole, LeadRow};
use crate::services::dataverse::{Dataverse, DataverseError, identity, leads, security};

/// What the lead writer's solution has in its unique name, whatever else it is called.
const LIKE: (&str, &str) = ("Marketplace", "Lead");
/// Accounts whose leads are looked for.
const MOST_ACCOUNTS: usize = 10;

/// Reads everything of Dataverse. `unique_name` is that of the file the admin has chosen, if one.
///
/// # Errors
/// [`ObserveError`] if nothing at all can be shown.
pub async fn observe(
    transport: &dyn Transport,
    context: Context<'_>,
    unique_name: Option<&str>,
) -> Result<Observed, ObserveError> {
    let dataverse = Dataverse::new(transport, context.sleep);
    let host = transport.host();

    let mut batch = dataverse.batch();
    let who = batch.add(&identity::who_am_i());
    let organization = batch.add(&identity::current_organization());
    let solutions = match unique_name {
        Some(name) => leads::solution(name),
        None => leads::solutions_like(LIKE.0, LIKE.1),
    };
    let solutions = batch.add(&solutions);
    let unit = batch.add(&leads::root_unit());
    let role_read = leads::role(ROLE);
    let role = batch.add(&role_read);
    let names: Vec<&str> = WANTED.iter().map(|wanted| wanted.name).collect();
    let privileges = batch.add(&leads::privileges_named(&names));
    let users_read = leads::application_users();
    let users = batch.add(&users_read);
    let newest = batch.add(&leads::newest_leads());
    let first = batch.send().await;

    let who = first.get(&who).map_err(|error| ObserveError::from(error, host))?;
    let organization = first.get(&organization);
    let mut remarks = Vec::new();
    if let Err(error) = &organization {
        remarks.push(error.explain());
    }
    let organization = identity::organization(&who, organization.ok().map(|current| current.detail), host);
    let copies = match first.get(&role) {
        Ok(page) => Ok(dataverse.rest(page, &role_read).await),
        Err(error) => Err(error),
    };
    let users = match first.get(&users) {
        Ok(page) => Ok(dataverse.rest(page, &users_read).await),
        Err(error) => Err(error),
    };

    let mut batch = dataverse.batch();
    let own = batch.add(&identity::user(&who.user_id.0));
    let mut right = |name: &str| batch.add(&security::privilege_of_user(&who.user_id.0, name));
    let import = right("prvImportCustomization");
    let create_user = right("prvCreateUser");
    let assign_role = right("prvAssignRole");
    let write_role = right(security::WRITE_ROLE_PRIVILEGE);
    let roots = copies.as_ref().map(root).ok().flatten();
    let held = roots
        .as_ref()
        .map(|root| batch.add(&security::privileges_of_role(root)));
    let holders: Vec<Slot<_>> = copies
        .iter()
        .flat_map(|listing| &listing.rows)
        .map(|copy| batch.add(&leads::users_of_role(&copy.roleid.0)))
        .collect();
    let second = batch.send().await;

    let may = |slot: &Slot<RolePrivileges>| second.get(slot).ok().map(|held| !held.role_privileges.is_empty());
    let held = held.map(|slot| second.get(&slot));
    let role = lead_writer(copies, roots, held);
    let people: Vec<Result<Vec<AccountRow>, DataverseError>> = holders
        .iter()
        .map(|slot| {
            second
                .get(slot)
                .and_then(|page| page.whole("dataverse-what-user-roles"))
        })
        .collect();
    let mut accounts = accounts(users, people, &role);
    written(&dataverse, &mut accounts).await;
    Ok(Observed {
        admin: identity::signed_in(&who, second.get(&own).ok()),
        rights: Rights {
            import: may(&import),
            create_user: may(&create_user),
            assign_role: may(&assign_role),
            write_role: may(&write_role),
        },
        solutions: list(
            first.get(&solutions).and_then(|page| page.whole("lead-what-solutions")),
            |row| Installed {
                version: Version::parse(&row.version),
                unique_name: row.uniquename,
                managed: row.ismanaged,
            },
        ),
        root_unit: list(first.get(&unit).and_then(|page| page.whole("lead-what-unit")), |row| {
            Unit {
                id: row.businessunitid.0,
                name: row.name.unwrap_or_default(),
            }
        })
        .map(|units| units.into_iter().next()),
        role,
        privileges: list(
            first
                .get(&privileges)
                .and_then(|page| page.whole("dataverse-what-privilege")),
            Privilege::from,
        ),
        accounts,
        leads: list(first.get(&newest).map(|page| page.into_rows()), lead),
        directory: None,
        offer: OfferPage::NotShown,
        organization,
        remarks,
        read_at: context.now,
        requests: dataverse.requests(),
    })
}

fn list<T, U>(rows: Result<Vec<T>, DataverseError>, of: impl FnMut(T) -> U) -> Reading<Vec<U>> {
    match rows {
        Ok(rows) => Reading::Complete(rows.into_iter().map(of).collect()),
        // A table this organization does not have holds nothing, but whether that is meant nobody can say.
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

fn lead(row: LeadRow) -> Lead {
    Lead {
        id: row.leadid.0,
        subject: row.subject.or(row.fullname).unwrap_or_default(),
        created: row.createdon.unwrap_or_default(),
        by: row.createdby.map(|by| by.0),
    }
}

/// Id of the root copy.
fn root(listing: &Listing<LeadRole>) -> Option<String> {
    let first = listing.rows.first()?;
    Some(first.root.as_ref().unwrap_or(&first.roleid).0.clone())
}

fn lead_writer(
    copies: Result<Listing<LeadRole>, DataverseError>,
    root: Option<String>,
    held: Option<Result<RolePrivileges, DataverseError>>,
) -> Reading<Option<LeadWriter>> {
    let copies = match copies {
        Ok(copies) => copies,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let gaps = missing(&copies, "dataverse-what-roles");
    let Some(id) = root else {
        return match gaps.into_iter().next() {
            Some(why) => Reading::Unreadable(why),
            None => Reading::Complete(None),
        };
    };
    let own = copies
        .rows
        .iter()
        .find(|copy| copy.roleid.0 == id)
        .or(copies.rows.first());
    let role = LeadWriter {
        inheritance: own.and_then(|row| Inheritance::from_wire(row.isinherited?)),
        customizable: own.is_none_or(|row| row.iscustomizable.as_ref().is_none_or(|property| property.value)),
        held: match held {
            Some(Ok(held)) => Reading::Complete(held_depths(&held)),
            Some(Err(error)) => Reading::Unreadable(error.explain()),
            None => Reading::Complete(Vec::new()),
        },
        copies: copies
            .rows
            .iter()
            .map(|copy| (copy.unit.0.clone(), copy.roleid.0.clone()))
            .collect(),
        id,
    };
    reading(Some(role), gaps)
}

fn held_depths(held: &RolePrivileges) -> Vec<Held> {
    let one = |row: &RolePrivilege| {
        let id = row.privilege_id.0.clone();
        Some(Held {
            depth: held.depth_of(&id)?,
            name: row.privilege_name.clone(),
            id,
        })
    };
    held.role_privileges.iter().filter_map(one).collect()
}

/// Application users, then people who have the role, each once.
fn accounts(
    users: Result<Listing<AccountRow>, DataverseError>,
    people: Vec<Result<Vec<AccountRow>, DataverseError>>,
    role: &Reading<Option<LeadWriter>>,
) -> Reading<Vec<Account>> {
    let writer = role.value().and_then(Option::as_ref);
    let users = match users {
        Ok(users) => users,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut gaps = missing(&users, "dataverse-what-users");
    let mut found: Vec<Account> = users.rows.into_iter().map(|row| account(row, writer)).collect();
    if let Reading::Unreadable(why) = role {
        gaps.push(why.clone());
    }
    for holders in people {
        match holders {
            Ok(holders) => {
                for row in holders {
                    match found.iter_mut().find(|known| known.id == row.systemuserid.0) {
                        Some(known) => known.has_role = true,
                        None => found.push(Account {
                            has_role: true,
                            ..account(row, writer)
                        }),
                    }
                }
            }
            Err(error) => gaps.push(error.explain()),
        }
    }
    found.sort_unstable_by(|a, b| (!a.has_role, &a.name, &a.id).cmp(&(!b.has_role, &b.name, &b.id)));
    reading(found, gaps)
}

fn account(row: AccountRow, writer: Option<&LeadWriter>) -> Account {
    let roles: Vec<String> = row.roles.into_iter().map(|role| role.roleid.0).collect();
    Account {
        id: row.systemuserid.0,
        name: row.fullname.unwrap_or_default(),
        upn: row.domainname.unwrap_or_default(),
        client: row.applicationid.map(|client| client.0),
        object: row.object.map(|object| object.0),
        disabled: row.isdisabled,
        deleted: row.deletedstate != 0,
        unit: row.unit.map(|unit| unit.0),
        has_role: writer.is_some_and(|writer| roles.iter().any(|role| writer.is(role))),
        roles,
        has_written: None,
        last_lead: None,
    }
}

/// Reads whether each account that has the role has made a lead, and when last: an app that has is in use.
async fn written(dataverse: &Dataverse<'_>, accounts: &mut Reading<Vec<Account>>) {
    let (Reading::Complete(accounts) | Reading::Partial { value: accounts, .. }) = accounts else {
        return;
    };
    let mut batch = dataverse.batch();
    let asked: Vec<(String, Slot<_>)> = accounts
        .iter()
        .filter(|account| account.has_role)
        .take(MOST_ACCOUNTS)
        .map(|account| (account.id.clone(), batch.add(&leads::leads_by(&account.id))))
        .collect();
    let answers = batch.send().await;
    for (id, slot) in asked {
        let newest = answers.get(&slot).ok().map(|page| page.into_rows().into_iter().next());
        if let Some(account) = accounts.iter_mut().find(|account| account.id == id) {
            account.has_written = newest.as_ref().map(Option::is_some);
            let created = newest.flatten().and_then(|lead| lead.createdon);
            account.last_lead = created.and_then(|created| Day::moment(&created));
        }
    }
}
