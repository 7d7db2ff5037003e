//! The solution: staged, imported as a system job, then read back, and with it the role it brings (S004-07 to S004-11).

use serde_json::json;

use super::{
    change, delta, field, found, guide, member, no_member, none, nothing, post, reading, step, taking, verbatim,
};
use crate::domain::lead::package::Version;
use crate::domain::lead::role::ROLE;
use crate::plan::model::{Change, Condition, Hint, Patience, Risk, Shape, SlotKind, Step};
use crate::recipes::disconnect::planning::TARGET;
use crate::recipes::lead_management::planning::{Draft, PlanError, slot};
use crate::services::dataverse::leads;
use crate::text::Text;

/// Id of the step that imports.
pub const IMPORT: &str = "solution:import";
/// Id of the step that reads the installed solution back.
pub const INSTALLED: &str = "solution:installed";
/// Id of the step that finds the role.
pub const ROLE_THERE: &str = "solution:role";
const STAGE: &str = "solution:stage";
/// How long an import may take; the lead solution takes a minute or two.
const IMPORT_MS: u64 = 20 * 60 * 1000;

/// The steps; none if the same or a newer version is installed.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let Some(file) = &choices.file else {
        // Installed is fine without the file (S004-11).
        return if observed.role().is_some() {
            Ok(())
        } else {
            Err(PlanError::NoFile)
        };
    };
    if file.package.brings_role == Some(false) {
        return Err(PlanError::OtherFile);
    }
    if !observed.solutions.is_complete() {
        return Err(PlanError::Incomplete {
            what: Text::new("lead-what-solutions"),
        });
    }
    let (name, version) = (file.package.unique_name.as_str(), file.package.version);
    if observed.standing(name, version).needs_import() {
        import(draft, name, version);
    }
    Ok(())
}

fn import(draft: &mut Draft<'_>, name: &str, version: Version) {
    let choices = draft.choices;
    let Some(file) = &choices.file else { return };
    let installed = draft.observed.solution(Some(name)).cloned();
    let content = draft.slot(
        slot::FILE,
        SlotKind::File {
            name: file.name.clone(),
            sha256: file.sha256.clone(),
            bytes: file.bytes,
        },
    );
    let upload = draft.slot(slot::UPLOAD, SlotKind::Found(Shape::Guid));
    let operation = draft.slot(slot::IMPORT, SlotKind::Found(Shape::Guid));
    let label = || Text::new("lead-solution-named").name("name", name);
    let before = || match installed.as_ref().and_then(|found| found.version) {
        Some(version) => member(
            label(),
            "/value",
            &[("uniquename", name)],
            &[("version", json!(version.to_string()))],
        ),
        None => no_member(label(), "/value", &[("uniquename", name)]),
    };
    let words = || {
        let from = installed.as_ref().and_then(|found| found.version);
        let from = from.map_or_else(|| Text::new("lead-value-absent"), |from| verbatim(&from.to_string()));
        vec![delta(label(), from, verbatim(&version.to_string()))]
    };
    let path = leads::solution_path(name);

    // Staging leaves nothing that has to be there to be read: that it was taken is the upload's id, without which this
    // proof cannot even be asked; and that it installed nothing is what it shows.
    let told = |member: &str| format!("/StageSolutionResults/{member}");
    let about = |member: &str, is| field(label(), &told(&format!("SolutionDetails/{member}")), is);
    let stage = Change {
        // What the check finds against the file is in the answer itself.
        patience: Some(Patience {
            // What the service reads in the file, against what was shown of it: the import cannot be taken back.
            agrees: vec![
                about("SolutionUniqueName", json!(name)),
                about("SolutionVersion", json!(version.to_string())),
                about("IsManaged", json!(file.package.managed)),
            ],
            fails: vec![field(
                Text::new("lead-stage-status"),
                &told("StageSolutionStatus"),
                json!("Failed"),
            )],
            why: Some(told("SolutionValidationResults/0/Message")),
            hints: vec![Hint {
                pointer: told("MissingDependencies/0/RequiredSolutionName"),
                says: Text::new("lead-stage-needs"),
            }],
            ..Patience::of(0)
        }),
        ..change(
            reading(&path, vec![before()]),
            taking(
                post(&leads::stage_path(), &leads::stage_body(&content)),
                &[(slot::UPLOAD, "/StageSolutionResults/StageSolutionUploadId")],
            ),
            reading(&leads::solution_after_staging_path(name, &upload), vec![before()]),
        )
    };
    let stage = step(
        STAGE,
        TARGET,
        Text::new("lead-step-stage").name("file", &file.name),
        Text::new("lead-reason-stage"),
        stage,
        nothing("lead-undo-stage"),
    );
    draft.push(stage, &[]);

    let import = Change {
        patience: Some(Patience {
            // Completed without having succeeded.
            fails: vec![field(Text::new("lead-import-state"), "/statecode", json!(3))],
            why: Some("/friendlymessage".to_owned()),
            ..Patience::of(IMPORT_MS)
        }),
        ..change(
            reading(&path, vec![before()]),
            taking(
                post(&leads::import_path(), &leads::import_body(&upload)),
                &[(slot::IMPORT, "/AsyncOperationId")],
            ),
            reading(
                &leads::operation_path(&operation),
                vec![
                    field(Text::new("lead-import-state"), "/statecode", json!(3)),
                    field(Text::new("lead-import-result"), "/statuscode", json!(30)),
                ],
            ),
        )
    };
    let import = Step {
        risk: Risk::Irreversible,
        delta: words(),
        ..step(
            IMPORT,
            TARGET,
            Text::new("lead-step-import").name("name", name),
            Text::new("lead-reason-import"),
            import,
            none("lead-undo-solution"),
        )
    };
    draft.push(import, &[STAGE]);

    let there = member(
        label(),
        "/value",
        &[("uniquename", name)],
        &[("version", json!(version.to_string()))],
    );
    let installed = check(
        INSTALLED,
        Text::new("lead-step-installed"),
        Text::new("lead-guide-installed"),
        &path,
        there,
    );
    draft.push(installed, &[IMPORT]);
}

/// Finds the role's copy in a business unit and gives what stands for its id (S004-33); a literal one if it was read.
pub(super) fn role_in(draft: &mut Draft<'_>, unit: &str) -> Result<String, PlanError> {
    let observed = draft.observed;
    let role = observed.role.is_complete().then_some(()).and(observed.role());
    if let Some(copy) = role.and_then(|role| role.copy_in(unit)) {
        return Ok(copy.to_owned());
    }
    if !draft.steps.iter().any(|step| step.id == IMPORT) {
        return Err(PlanError::NoRole);
    }
    let root = observed.root_unit.value().and_then(Option::as_ref);
    let (id, slot_id) = match root {
        Some(root) if root.id == unit => (ROLE_THERE.to_owned(), slot::ROLE),
        _ => (format!("{ROLE_THERE}-copy"), slot::ROLE_COPY),
    };
    let placeholder = draft.slot(slot_id, SlotKind::Found(Shape::Guid));
    if !draft.steps.iter().any(|step| step.id == id) {
        let there = found(Text::new("lead-role"), "/value", &[("name", ROLE)], "roleid", slot_id);
        let step = check(
            &id,
            Text::new("lead-step-role"),
            Text::new("lead-guide-role"),
            &leads::role_in_path(ROLE, unit),
            there,
        );
        draft.push(step, &[INSTALLED]);
    }
    Ok(placeholder)
}

/// A step that only reads: where it does not hold, the admin is told what to do.
fn check(id: &str, title: Text, instruction: Text, path: &str, there: Condition) -> Step {
    step(
        id,
        TARGET,
        title,
        Text::new("lead-reason-check"),
        change(
            reading(path, Vec::new()),
            guide(instruction, None),
            reading(path, vec![there]),
        ),
        nothing("lead-undo-check"),
    )
}
