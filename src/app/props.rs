//! What the app is given: the content, what the page asked for, and the world around it.

use crate::app::{Config, Content};
use crate::platform::{Host, Platform};
use std::rc::Rc;
use yew::Properties;

/// The world around the app.
#[derive(Clone)]
pub struct Outside {
    /// The browser, or its twin.
    pub platform: Rc<dyn Platform>,
    /// The page around the element.
    pub host: Rc<dyn Host>,
}

impl PartialEq for Outside {
    fn eq(&self, other: &Outside) -> bool {
        Rc::ptr_eq(&self.platform, &other.platform) && Rc::ptr_eq(&self.host, &other.host)
    }
}

/// What the app is given. While the app is there the page can change the content, for another language of the same
/// questions, and what is refused.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// What is asked, and every word of it.
    pub content: Rc<Content>,
    /// What the page asked for.
    pub config: Config,
    /// The world around the app.
    pub outside: Outside,
}

// The same content is the same allocation; comparing every word of it would be work for nothing.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.content, &other.content) && self.config == other.config && self.outside == other.outside
    }
}
