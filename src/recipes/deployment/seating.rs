//! Who of those without a licence gets a seat, and who goes without (S001-04).

use super::choices::Choices;
use super::observed::Observed;
use super::report::seats_of;
use crate::domain::deployment::Person;
use crate::domain::reading::Reading;

/// Those of the audience who have no licence; `None` where that was not read to its end.
pub fn lacking(observed: &Observed) -> Option<Vec<&Person>> {
    let directory = observed.directory.as_ref()?;
    let Some(Reading::Complete(audience)) = &directory.people else {
        return None;
    };
    let seats = seats_of(directory)?;
    Some(seats.lack.iter().filter_map(|at| audience.people.get(*at)).collect())
}

/// Who gets a seat of the licence that is to be given, and who goes without: whom the admin chose comes first.
pub fn given<'a>(choices: &Choices, observed: &'a Observed) -> (Vec<&'a Person>, Vec<&'a Person>) {
    let free = choices.sku(observed).map_or(0, |sku| sku.free);
    let free = usize::try_from(free).unwrap_or(usize::MAX);
    let (mut given, mut without) = (Vec::new(), Vec::new());
    for person in lacking(observed).unwrap_or_default() {
        let is_chosen = choices.seated.as_ref().is_none_or(|seated| seated.contains(&person.id));
        if is_chosen && given.len() < free {
            given.push(person);
        } else {
            without.push(person);
        }
    }
    (given, without)
}
