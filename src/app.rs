//! STUB: a counter that shows the mount contract at work; to be replaced by the real app.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::embed::host::Host;
use crate::embed::settings::Settings;

/// What an app is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What the page asked for.
    pub settings: Settings,
    /// What the page can do for us.
    pub host: Host,
}

/// A counter that resumes after a crash.
#[component]
pub fn App(props: &AppProps) -> Html {
    let host = props.host.clone();
    let from = props
        .settings
        .resume
        .as_deref()
        .and_then(|text| text.parse::<u32>().ok());
    let count = use_state_eq(|| from.unwrap_or(0));
    let back = use_state_eq(|| 0_u32);
    {
        let (host, back) = (host.clone(), back.clone());
        use_effect_with((), move |()| {
            host.rescue(
                "Er ging iets mis",
                "Je antwoorden zijn er nog.",
                "Ga verder",
            );
            host.emit("scan-ready", &JsValue::UNDEFINED);
            host.on_popped(Callback::from(move |_| back.set(*back + 1)));
        });
    }
    let more = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| {
            host.keep(&(*count + 1).to_string());
            count.set(*count + 1);
        })
    };
    let extra = (*count > 0).then(|| html! { <p>{ format!("geteld: {}", *count) }</p> });
    html! {
        <section lang={props.settings.lang.clone().unwrap_or_else(|| "nl".to_owned())}>
            <h1>{ "Teller" }</h1>
            { for extra }
            <p class="count">{ *count }</p>
            <p class="back">{ *back }</p>
            <button type="button" onclick={more}>{ "Meer" }</button>
        </section>
    }
}
