//! What the Overview says of the report: one line per step, as its worst point stands.

use super::choices::Choices;
use super::observed::Observed;
use super::report::{Line, report};
use crate::domain::deployment::steps::STEPS;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::sorted;
use crate::text::Text;

/// How a step's lines stand together: as the worst of them does.
pub fn worst(lines: &[Line], step: usize) -> Readiness {
    let of = lines.iter().filter(|line| line.point.step == step);
    of.map(|line| line.readiness).min().unwrap_or(Readiness::Unknown)
}

/// The lines, the worst first.
pub fn readiness(observed: &Observed, choices: &Choices) -> Vec<ReadinessLine> {
    let report = report(observed, choices);
    let mut lines = Vec::with_capacity(STEPS.len());
    for (at, step) in STEPS.iter().enumerate() {
        let readiness = worst(&report, at);
        let of = || report.iter().filter(|line| line.point.step == at);
        let is_worst = |line: &&Line| line.readiness == readiness;
        let statement = of().find(is_worst).map(|line| line.statement.clone());
        lines.push(ReadinessLine {
            id: format!("step-{at}"),
            readiness,
            statement: Text::new(step.title),
            evidence: statement,
            fix: (readiness != Readiness::Ready).then_some(Fix::Review),
        });
    }
    sorted::sort_by_key(&mut lines, |line| line.readiness);
    lines
}
