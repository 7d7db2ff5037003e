//! What the interface needs of its own elements: values read from events, focus, dialogs, the document's language.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, File, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

/// The largest file that is read, in bytes.
const MOST_BYTES: f64 = 4_194_304.0;

/// The value of the field an event came from; empty if it was none.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
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

/// Reads the file chosen in the field an event came from: its text, or `None` if it is larger than any file of ours.
pub fn read_file(event: &Event, then: Box<dyn FnOnce(Option<String>)>) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = field.and_then(|field| field.files()).and_then(|files| files.get(0)) else {
        return;
    };
    if file.size() > MOST_BYTES {
        return then(None);
    }
    let text = file.text();
    wasm_bindgen_futures::spawn_local(async move {
        // A file that is gone since reads as an empty one, which is then refused as none of ours.
        let text = wasm_bindgen_futures::JsFuture::from(text).await;
        then(Some(text.ok().and_then(|text| text.as_string()).unwrap_or_default()));
    });
}

fn chosen(event: &Event) -> Option<File> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    field.files()?.get(0)
}

/// How long the file is that was chosen in the field an event came from, in bytes.
pub fn file_length(event: &Event) -> Option<u64> {
    // A whole number far below what a double holds exactly.
    chosen(event).map(|file| file.size() as u64)
}

/// Reads the file chosen in the field an event came from as Base64; `None` if it cannot be read, or is longer than `most`
/// bytes.
pub fn read_bytes(event: &Event, most: u64, then: Box<dyn FnOnce(Option<String>)>) {
    let Some(file) = chosen(event) else {
        return then(None);
    };
    if file.size() > most as f64 {
        return then(None);
    }
    let content = file.array_buffer();
    wasm_bindgen_futures::spawn_local(async move {
        let content = wasm_bindgen_futures::JsFuture::from(content).await.ok();
        then(content.map(|content| STANDARD.encode(js_sys::Uint8Array::new(&content).to_vec())));
    });
}

/// Selects what stands in a field, to be copied by hand.
pub fn select(node: &NodeRef) {
    if let Some(input) = node.cast::<HtmlInputElement>() {
        input.select();
    }
}

/// Makes a list show a value, whatever was chosen in it.
pub fn show_value(list: &NodeRef, value: &str) {
    if let Some(select) = list.cast::<HtmlSelectElement>() {
        select.set_value(value);
    }
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

/// Brings an element of the view into sight and moves the focus there.
pub fn go_to(id: &str) {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        element.scroll_into_view();
        // A heading with a tabindex: never refused.
        let _ = element.focus();
    }
}

/// Scrolls no further than an element is out of sight, at once, and leaves the focus where it is.
pub fn keep_in_sight(id: &str) {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
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

/// A file the admin chose: its name and content.
pub type Chosen = (String, Vec<u8>);

/// Reads the file chosen in the field an event came from: its name and content, or `None` if it is larger than `most`
/// bytes.
pub fn read_chosen(event: &Event, most: usize, then: Box<dyn FnOnce(Option<Chosen>)>) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = field.and_then(|field| field.files()).and_then(|files| files.get(0)) else {
        return;
    };
    if file.size() > most as f64 {
        return then(None);
    }
    let (name, content) = (file.name(), file.array_buffer());
    wasm_bindgen_futures::spawn_local(async move {
        // A file that is gone since reads as an empty one, which is then refused.
        let content = wasm_bindgen_futures::JsFuture::from(content).await;
        let bytes = content.map(|content| js_sys::Uint8Array::new(&content).to_vec());
        then(Some((name, bytes.unwrap_or_default())));
    });
}
