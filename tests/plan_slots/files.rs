//! Files a plan sends: held by their digest.

use super::*;

#[test]
fn g9_a_file_is_held_by_its_digest_and_the_wrong_one_is_refused() {
    let plan = import();
    let mut run = begin(&plan, RUN);
    let wrong = run.supply("solution", in_base64(b"another")).unwrap_err();
    assert_eq!(
        wrong,
        SlotRefused::OtherFile {
            name: "leads.zip".into()
        }
    );
    assert_eq!(wrong.explain().id, "slot-refused-other-file");
    assert!(
        matches!(&run.progress().slots[0].state, SlotState::Lacking { refused: Some(why) } if *why == wrong.explain())
    );
    assert!(run.supply("solution", "no base64".into()).is_err());
    // What it may write has to be known first: the grant is of the body with the file in it.
    assert_eq!(run.grants().writes.len(), 0);
    run.supply("solution", in_base64(CONTENT)).unwrap();
    let whole = Request::json(Method::Post, "/uploads", &json!({"file": in_base64(CONTENT)}));
    let granted = run.grants().writes;
    assert_eq!(granted.len(), 1);
    assert!(granted[0].allows("graph", &whole));

    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let record = world.apply(&plan, RUN);
    assert!(is_done(&record, "import"), "{:?}", states(&record));
    assert!(world.cloud.uploads.values().all(|file| *file == in_base64(CONTENT)));
    assert_secret(&world, &in_base64(CONTENT));
    // Taken up again it is asked for again, but only while it is needed.
    for (at, carried_out) in (0..effects(&plan, &world.gives)).flat_map(|at| [(at, false), (at, true)]) {
        let mut world = World::new();
        world.gives = vec![("solution", in_base64(CONTENT))];
        world.kills = vec![Kill { at, carried_out }];
        world.choices = vec![Choice::Retry; 2];
        let record = world.apply(&plan, RUN);
        assert!(
            is_done(&record, "import"),
            "killed at {at}, carried out: {carried_out}: {:?}",
            states(&record)
        );
    }
}
