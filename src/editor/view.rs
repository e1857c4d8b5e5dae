//! What the page shows.

use crate::components::button::{Look, button};
use crate::components::disclosure::disclosure;
use crate::components::field::{Label, field};
use crate::components::markup::{around, element, heading, line, list, many, nothing, part, row, tag, text};
use crate::components::notice::notice;
use crate::components::option::radio;
use crate::editor::Message;
use crate::editor::choices::{Choices, Field, Form, Remember};
use crate::editor::snippet::{FILE, NEW, OLD, address, attributes, contact, snippet};
use crate::editor::words::{self, Block, Recipe};
use yew::virtual_dom::VTag;
use yew::{AttrValue, Callback, Event, Html, NodeRef};

/// The whole page.
pub(super) fn view(choices: &Choices, copied: Option<bool>, preview: &NodeRef, tell: &Callback<Message>) -> Html {
    let all = row![
        heading("heading", words::HEADING),
        line("p", "lead", words::LEAD),
        forms(choices, tell),
        typed(FOLDER, Field::Folder, choices, tell),
        settings(choices, tell),
        part(words::PASTE, paste(choices, copied, tell)),
        part(words::PREVIEW, shown(choices, preview)),
        recipes(choices.form),
    ];
    let class = ["sheet", "editor"].join(" ");
    let sheet = element!("div", ["part" = "sheet", "class" = &class], all);
    element!("div", ["class" = "scan", "lang" = "nl"], sheet)
}

const FOLDER: Label = Label { id: "folder", ask: words::FOLDER, hint: words::FOLDER_HINT };
const CONTACT: [(Label, Field); 4] = [
    (Label { id: "organisation", ask: words::ORGANISATION, hint: words::ORGANISATION_HINT }, Field::Organisation),
    (Label { id: "contact-name", ask: words::CONTACT_NAME, hint: words::CONTACT_NAME_HINT }, Field::ContactName),
    (Label { id: "contact-phone", ask: words::CONTACT_PHONE, hint: words::CONTACT_PHONE_HINT }, Field::ContactPhone),
    (Label { id: "contact-url", ask: words::CONTACT_URL, hint: words::CONTACT_URL_HINT }, Field::ContactUrl),
];
const ACCENT: Label = Label { id: "accent", ask: words::ACCENT, hint: words::ACCENT_HINT };

fn forms(choices: &Choices, tell: &Callback<Message>) -> Html {
    let forms = [
        ("form-element", words::FORM_ELEMENT, Form::Element),
        ("form-frame", words::FORM_FRAME, Form::Frame),
        ("form-lms", words::FORM_LMS, Form::Lms),
        ("form-file", words::FORM_FILE, Form::File),
    ];
    let with = |form| Choices { form, ..choices.clone() };
    choice(words::FORM, "form", &forms, choices.form, tell, with)
}

/// What can be set where the scan is pasted; a package is the same everywhere.
fn settings(choices: &Choices, tell: &Callback<Message>) -> Html {
    if matches!(choices.form, Form::Lms | Form::File) {
        return nothing();
    }
    let starts = [("start-intro", words::START_INTRO, false), ("start-question", words::START_QUESTION, true)];
    let places = [
        ("remember-none", words::REMEMBER_NONE, Remember::Nothing),
        ("remember-tab", words::REMEMBER_TAB, Remember::Tab),
        ("remember-device", words::REMEMBER_DEVICE, Remember::Device),
        ("remember-never", words::REMEMBER_NEVER, Remember::Never),
    ];
    let contact = match choices.form {
        Form::Element => {
            let fields = CONTACT.into_iter().map(|(label, field)| typed(label, field, choices, tell));
            row![line("p", "", words::CONTACT_NOTE), many(fields.collect())]
        }
        _ => line("p", "", words::CONTACT_ELSEWHERE),
    };
    let colours = match choices.form {
        Form::Element => row![line("p", "", words::COLOURS_NOTE), typed(ACCENT, Field::Accent, choices, tell)],
        _ => line("p", "", words::ACCENT_ELSEWHERE),
    };
    row![
        choice(words::LANGUAGE, "language", words::LANGUAGES, choices.language, tell, |language| Choices {
            language,
            ..choices.clone()
        }),
        choice(words::START, "start", &starts, choices.question, tell, |question| Choices {
            question,
            ..choices.clone()
        }),
        choice(words::REMEMBER, "remember", &places, choices.remember, tell, |remember| Choices {
            remember,
            ..choices.clone()
        }),
        disclosure(words::CONTACT, contact),
        disclosure(words::COLOURS, colours),
    ]
}

/// One of several: native radio buttons, whole rows to press.
fn choice<T: Copy + PartialEq>(
    ask: &'static str,
    name: &'static str,
    ways: &[(&'static str, &'static str, T)],
    chosen: T,
    tell: &Callback<Message>,
    with: impl Fn(T) -> Choices,
) -> Html {
    let one = |(id, label, way): &(&'static str, &'static str, T)| {
        let choices = with(*way);
        let change = tell.reform(move |_: Event| Message::Chose(choices.clone()));
        let input = radio(name, id, id, chosen == *way, change);
        element!("label", ["class" = "option", "for" = id], row![input, line("span", "", *label)])
    };
    let options = around("div", "options", many(ways.iter().map(one).collect()));
    around("fieldset", "choice", row![line("legend", "", ask), options])
}

fn typed(label: Label, which: Field, choices: &Choices, tell: &Callback<Message>) -> Html {
    let mut now = choices.clone();
    let first = std::mem::take(now.field(which));
    field(label, &first, choices.problem(which), tell.reform(move |text| Message::Typed(which, text)))
}

fn paste(choices: &Choices, copied: Option<bool>, tell: &Callback<Message>) -> Html {
    if !choices.sound() {
        return line("p", "mend", words::MEND_FIRST);
    }
    let link =
        |file: &str, label: &str| element!("a", ["href" = &address(choices, file), "download" = file], text(label));
    match choices.form {
        Form::File => row![line("p", "", words::PASTE_FILE_NOTE), around("p", "files", link(FILE, words::PASTE_FILE))],
        Form::Lms => row![
            line("p", "", words::PASTE_LMS),
            list("ul", "files", &[(OLD, words::PASTE_LMS_OLD), (NEW, words::PASTE_LMS_NEW)], |(file, label)| {
                around("li", "", link(file, label))
            }),
        ],
        Form::Element | Form::Frame => {
            let said = match copied {
                None => "",
                Some(true) => words::COPIED,
                Some(false) => words::NOT_COPIED,
            };
            let code = snippet(choices);
            row![
                element!("pre", ["id" = "snippet", "tabindex" = "0"], around("code", "", text(&code))),
                around("div", "actions", button(Look::Primary, words::COPY, tell.reform(|()| Message::Copy))),
                notice(said),
            ]
        }
    }
}

/// The scan itself. It is made anew when something is chosen, and keeps nothing.
fn shown(choices: &Choices, preview: &NodeRef) -> Html {
    let mut scan = VTag::new("ruimte-scan");
    let mut key = String::new();
    for (name, value) in attributes(choices) {
        key += &[name, "=", value, "\n"].concat();
        if name != "remember" {
            scan.add_attribute(name, AttrValue::from(value.to_owned()));
        }
    }
    // These may change while it is there.
    for (name, value) in contact(choices) {
        scan.add_attribute(name, AttrValue::from(value.to_owned()));
    }
    scan.add_attribute("id", AttrValue::Static("preview"));
    let kept = if choices.remember == Remember::Never { "never" } else { "none" };
    scan.add_attribute("remember", AttrValue::Static(kept));
    scan.key = Some(key.into());
    scan.node_ref = preview.clone();
    row![line("p", "", words::PREVIEW_NOTE), around("div", "preview", Html::from(scan))]
}

fn recipes(form: Form) -> Html {
    let recipes = match form {
        Form::Element => words::ELEMENT_RECIPES,
        Form::Frame => words::FRAME_RECIPES,
        Form::Lms => words::LMS_RECIPES,
        Form::File => &[],
    };
    if recipes.is_empty() {
        return nothing();
    }
    let one = |recipe: &Recipe| {
        let mut fold = tag!("div", [], disclosure(recipe.title, many(recipe.blocks.iter().map(block).collect())));
        // Another recipe is another fold, and closed.
        fold.key = Some(recipe.title.into());
        Html::from(fold)
    };
    part(words::RECIPES, many(recipes.iter().map(one).collect()))
}

fn block(block: &Block) -> Html {
    match *block {
        Block::Heading(said) => line("h4", "", said),
        Block::Text(said) => line("p", "", said),
        Block::Step(number, said) => element!("ol", ["start" = &number.to_string()], line("li", "", said)),
        Block::Item(said) => around("ul", "", line("li", "", said)),
        Block::Code(said) => element!("pre", ["tabindex" = "0"], around("code", "", text(said))),
    }
}
