//! Files: of codes and of a locked workshop to read, of the workshop and its picture to keep.

use crate::board::state::{Field, Screen};
use crate::board::{Board, Message, Submission, export, words};
use crate::platform::{FileType, Platform, picture as drawing};
use export::{FILE, LOCKED};
use scan::code::{read_base32, write_base32};
use scan::workshop::{Round, Workshop, read, write};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Context;

impl Board {
    /// Reads files of codes; one that is too large for that is not read.
    pub(super) fn open(&self, ctx: &Context<Board>, files: Vec<File>) {
        let given = ctx.link().callback(Message::Submitted);
        let platform = self.platform;
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                let name = file.name();
                all.push(Submission { file: name, text: platform.text(file).await });
            }
            given.emit(all);
        });
    }

    pub(super) fn lock(&mut self, ctx: &Context<Board>) {
        self.state.show_problems = true;
        if self.state.typed.problem(Field::Password).is_some() {
            return;
        }
        let password = self.state.typed.get(Field::Password).to_owned();
        let text = write(&self.state.workshop);
        let locked = ctx.link().callback(Message::Locked);
        spawn_local(async move { locked.emit(codes::lock(&password, text.as_bytes()).await.ok()) });
    }

    pub(super) fn locked(&mut self, bytes: Option<Vec<u8>>) {
        let notice = match bytes {
            None => words::FILE_CLOSED,
            Some(bytes) => {
                let text = [LOCKED, "\n", &write_base32(&bytes), "\n"].concat();
                let day = self.platform.stamp(self.platform.now());
                let name = [words::FILE_NAME, "-", &day, FILE].concat();
                let offered = self.platform.offer(&name, FileType::Text, &text);
                self.state.locked = text;
                if offered { words::OFFERED_WORKSHOP } else { words::NO_FILE_WORKSHOP }
            }
        };
        self.state.show_problems = false;
        self.state.notice = notice.to_owned();
    }

    pub(super) fn unlock(&mut self, ctx: &Context<Board>, file: File) {
        let password = self.state.typed.get(Field::Password).to_owned();
        if password.is_empty() {
            self.state.notice = words::FILE_PASSWORD_FIRST.to_owned();
            return;
        }
        let unlocked = ctx.link().callback(Message::Unlocked);
        let platform = self.platform;
        spawn_local(async move {
            let text = platform.text(file).await;
            let locked = text.as_deref().and_then(|text| text.trim().strip_prefix(LOCKED));
            let locked = locked.and_then(|body| read_base32(body.trim(), export::bytes_in(body.trim())));
            let opened = match locked {
                Some(bytes) => codes::unlock(&password, &bytes).await.ok(),
                None => None,
            };
            unlocked.emit(opened.and_then(|bytes| String::from_utf8(bytes).ok()));
        });
    }

    pub(super) fn unlocked(&mut self, ctx: &Context<Board>, text: Option<String>) {
        let state = &mut self.state;
        let Some(Ok(other)) = text.as_deref().map(read) else {
            state.notice = words::FILE_REFUSED.to_owned();
            return;
        };
        state.remember();
        let count = |workshop: &Workshop| workshop.count(Round::First) + workshop.count(Round::Second);
        let before = count(&state.workshop);
        if state.screen == Screen::Start {
            state.take(other);
        } else {
            state.workshop.merge(other);
        }
        state.notice = words::with(words::MERGED, count(&state.workshop).saturating_sub(before));
        state.keep(&self.platform);
        self.know(ctx);
    }

    pub(super) fn save(&mut self, ctx: &Context<Board>, form: export::Form) {
        let Some(pictures) = &self.state.pictures else { return };
        let whole = self.state.organisation && self.state.in_report;
        let day = self.platform.stamp(self.platform.now());
        let kept = ctx.link().callback(Message::Kept);
        let name = |ending: &str| [words::PICTURE_NAME, "-", &day, ending].concat();
        let offer = |ending, kind, text: &str| kept.emit(self.platform.offer(&name(ending), kind, text));
        match form {
            export::Form::Csv => offer(".csv", FileType::Csv, &export::csv(pictures, whole)),
            export::Form::Json => offer(".json", FileType::Json, &export::json(pictures, &self.content, whole)),
            export::Form::Svg => offer(".svg", FileType::Svg, &export::svg(pictures, whole)),
            export::Form::Png => drawing::offer(&name(".png"), &export::svg(pictures, whole), kept),
        }
    }
}
