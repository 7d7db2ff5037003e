//! What the interface needs of its own elements: values read from events, focus, dialogs, the document's language.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::NodeRef;

/// The value of the field an event came from; empty if it was none.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Whether the check box or switch an event came from is on.
pub fn is_checked(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

/// Moves the focus, if the element is there.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // Refused only for an element that cannot be focused: then it stays where it is.
        let _ = element.focus();
    }
}

/// Opens a dialog over everything else, with the focus inside.
pub fn show_modal(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        // Refused only if it is not in the document, and then there is nothing to show.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Says which language the document is in, and names it.
pub fn set_document_language(tag: &str, title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            // A fixed attribute with a fixed set of values: never refused.
            let _ = root.set_attribute("lang", tag);
        }
    }
}

/// Moves the focus past the header and the rail, to the view's heading.
pub fn focus_main() {
    let heading = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("main h1").ok().flatten())
        .and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        // A heading with a tabindex: never refused.
        let _ = heading.focus();
    }
}

/// Brings the view back to its top, as a new one begins there.
pub fn scroll_to_top() {
    let main = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("main").ok().flatten());
    if let Some(main) = main {
        main.set_scroll_top(0);
    }
}
