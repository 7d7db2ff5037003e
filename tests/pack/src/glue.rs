//! Takes from the generated glue what none of ours asks for and no page of ours may do: make markup of text.

use anyhow::{Result, bail};

/// The property text becomes markup by.
const MARKUP: &str = ".innerHTML";

/// The glue without Yew's way to raw markup (`VNode::VRaw`), which throws instead.
///
/// # Errors
/// When the glue makes markup in a way not known here, as another version of the generator might.
pub fn without_markup(glue: &str) -> Result<String> {
    let mut made = String::with_capacity(glue.len());
    for line in glue.split_inclusive('\n') {
        match line.trim().split_once(MARKUP) {
            None => made.push_str(line),
            Some((element, rest)) => {
                let is_argument = element
                    .strip_prefix("arg")
                    .is_some_and(|rest| rest.parse::<u8>().is_ok());
                if !is_argument || !rest.starts_with(" = ") || !rest.ends_with(';') || rest.contains(MARKUP) {
                    bail!("the glue makes markup of text in an unknown way: {}", line.trim());
                }
                made.push_str("throw new TypeError(\"no markup is made of text\");\n");
            }
        }
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::without_markup;

    const GLUE: &str = "\
        __wbg_set_innerHTML_a9: function(arg0, arg1, arg2) {\n\
            arg0.innerHTML = getStringFromWasm0(arg1, arg2);\n\
        },\n\
        __wbg_set_href_b1: function(arg0, arg1, arg2) {\n\
            arg0.href = getStringFromWasm0(arg1, arg2);\n\
        },\n";

    #[test]
    fn markup_throws_and_everything_else_stays() {
        let expected = GLUE.replace(
            "arg0.innerHTML = getStringFromWasm0(arg1, arg2);",
            "throw new TypeError(\"no markup is made of text\");",
        );
        assert_eq!(without_markup(GLUE).unwrap(), expected);
    }

    #[test]
    fn another_way_to_markup_is_refused() {
        for line in [
            "const was = arg0.innerHTML;",
            "if (x) { arg0.innerHTML = y; }",
            "arg0.innerHTML += y;",
        ] {
            assert!(without_markup(line).is_err(), "{line}");
        }
    }
}
