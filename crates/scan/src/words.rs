//! The words of the screens: buttons, headings, labels and messages.

use crate::text::{Text, texts};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// The names that may stand between braces in a text, beside the ids of doors with a number.
pub const BLANKS: [&str; 15] = [
    "n",
    "total",
    "date",
    "rules",
    "room",
    "answered",
    "least",
    "steps",
    "label",
    "answer",
    "attribute",
    "value",
    "allowed",
    "contact",
    "organisation",
];

texts! {
    /// The words of the screens.
    struct Words {
        /// Opens what is wrong with the attributes, for the editor of the page.
        refused_heading,
        /// One attribute with its value, and what it may be.
        refused,
        /// One problem in content of the page's own, with its place and what to do.
        refused_content,
        /// Button: put that away.
        dismiss,
        /// A door: to the contact that the page names.
        contact_who,
        /// The same, with the organisation.
        contact_who_at,
        /// The same door when only the organisation is named.
        contact_at,
        /// What to know about the contact.
        contact_note,
        /// On the link to the contact.
        contact_link,
        /// Said when the program takes a moment to arrive.
        arriving,
        /// Message: the program did not arrive.
        not_arrived,
        /// Button: have the program sent once more.
        arrive_again,
        /// Heading of the intro.
        intro_heading,
        /// What the scan is, in one or two sentences.
        intro_lead,
        /// First point: what it shows.
        intro_what,
        /// Second point: how long it takes.
        intro_time,
        /// Third point: what happens to the answers.
        intro_private,
        /// That it gives no advice on a real case.
        intro_limits,
        /// Button: start.
        start,
        /// Button: go on at question `{n}`.
        resume,
        /// What goes with resuming what an earlier sitting left.
        resume_found,
        /// What goes with resuming this sitting.
        resume_own,
        /// Button: start again.
        restart,
        /// Label of the file field.
        open_file,
        /// Heading of the choice of keeping.
        keep_heading,
        /// Option: keep nothing.
        keep_none,
        /// Option: for this tab.
        keep_tab,
        /// Option: on this device.
        keep_device,
        /// Line on the screen: nothing is kept.
        kept_none,
        /// Line on the screen: kept in this tab until `{date}`.
        kept_tab,
        /// Line on the screen: kept on this device until `{date}`.
        kept_device,
        /// Line on the screen: keeping is blocked or full.
        not_kept,
        /// Heading: question `{n}` of `{total}`.
        question_heading,
        /// Button: go on.
        next,
        /// Button: go back.
        previous,
        /// Button: see the result.
        see_result,
        /// Button: pass this question by.
        skip,
        /// That this question was skipped before.
        was_skipped,
        /// Message: no answer yet.
        choose_first,
        /// What a message starts with for a screen reader.
        message_prefix,
        /// Heading of way A.
        way_a,
        /// Heading of way B.
        way_b,
        /// That digits choose; read by screen readers and shown with a keyboard.
        keys_hint,
        /// Heading of the result.
        result_heading,
        /// That it is a mirror of today.
        result_note,
        /// Heading of the action of the first lesson.
        tomorrow,
        /// Heading of the chosen action.
        my_action,
        /// Heading of the balance.
        balance_heading,
        /// What the balance picture is, for who cannot see it.
        balance_alt,
        /// The rules end of the beam.
        rules,
        /// The middle of the beam.
        middle,
        /// The leeway end of the beam.
        room,
        /// Value -2 in words.
        leaning_rules_most,
        /// Value -1 in words.
        leaning_rules,
        /// Value 0 in words.
        leaning_both,
        /// Value 1 in words.
        leaning_room,
        /// Value 2 in words.
        leaning_room_most,
        /// A skipped dilemma in words.
        leaning_skipped,
        /// Label: strength.
        strength,
        /// Label: what to watch.
        watch,
        /// Label: question to take along.
        question_along,
        /// Opens the table of a picture.
        as_table,
        /// Column: number.
        column_number,
        /// Column: situation.
        column_situation,
        /// Column: own answer.
        column_answer,
        /// Column: way of working.
        column_way,
        /// Column: step.
        column_step,
        /// Column: band.
        column_band,
        /// Heading of the ladder.
        ladder_heading,
        /// What the ladder picture is.
        ladder_alt,
        /// Sentence: steps `{steps}` want hold.
        ladder_hold,
        /// Sentence: fairly sure.
        ladder_fair,
        /// Sentence: sure in every answered step.
        ladder_sure,
        /// Sentence: the whole ladder was skipped.
        ladder_skipped,
        /// Band of a step: hold wanted.
        rung_low,
        /// Band of a step: fairly sure.
        rung_mid,
        /// Band of a step: sure.
        rung_high,
        /// Band of a step: skipped.
        rung_skipped,
        /// Own answer `{answer}` to `{label}`.
        rung_answer,
        /// That `{label}` was skipped.
        rung_part_skipped,
        /// The line for who thinks of a real case.
        thinking_of_someone,
        /// The check for who feels sure.
        check,
        /// Opens where leeway lies within the steps.
        room_in_steps,
        /// Heading of the safety doors.
        safety_heading,
        /// Heading of the practice feedback.
        practice_heading,
        /// Heading of the lessons.
        lessons_heading,
        /// Label: example.
        lesson_example,
        /// Label: tomorrow.
        lesson_tomorrow,
        /// Label: question for the team.
        lesson_team,
        /// Label: source.
        lesson_source,
        /// Opens the other lessons.
        more_lessons,
        /// Button: choose this action.
        pick_action,
        /// Reason: for everyone.
        why_everyone,
        /// Reason: the answer `{answer}` to `{label}`.
        why_answer,
        /// Reason: sure in every step.
        why_all_steps,
        /// That leeway never means skipping the meldcode.
        room_within_meldcode,
        /// Heading of the organisation.
        organisation_heading,
        /// The line to those who steer.
        steer,
        /// Heading of what the organisation can do.
        organisation_can_do,
        /// Label: opening line for a talk with the manager.
        opening_heading,
        /// That opening line.
        opening,
        /// Heading of the closing door.
        closing_heading,
        /// Heading of printing, copying and saving.
        keep_result_heading,
        /// Button: print.
        print,
        /// Message: printing is not possible here.
        print_blocked,
        /// Button: copy as text.
        copy,
        /// Message: copied.
        copied,
        /// Message: copying is not allowed here; select it yourself.
        copy_blocked,
        /// Label of the field with the text to copy.
        copy_label,
        /// Button: save as a file.
        save_file,
        /// Message: the file was handed to the browser; whether it was saved is not known.
        file_offered,
        /// Message: the browser made no file.
        file_failed,
        /// Name of the file, without ending.
        file_name,
        /// Heading of handing over a code in a workshop.
        hand_heading,
        /// What a code holds, of `{total}` questions.
        hand_holds,
        /// Who can read a sealed code.
        hand_sealed,
        /// Who can read a short code.
        hand_open,
        /// Button: make the code.
        hand_make,
        /// Opens the short code.
        hand_short,
        /// Button: show the short code.
        hand_short_make,
        /// Message: it is being made.
        hand_making,
        /// Message: what makes codes did not come.
        hand_missed,
        /// Message: on this page nothing can be sealed.
        hand_closed,
        /// Message: the link of the workshop is wrong.
        hand_failed,
        /// Message: the answers are others now.
        hand_changed,
        /// What to do with the code.
        hand_give,
        /// Label of the field with the code.
        hand_label,
        /// Button: copy the code.
        hand_copy,
        /// Message: the code was handed to the browser as a file; whether it was saved is not known.
        hand_offered,
        /// Message: the browser made no file of the code.
        hand_no_file,
        /// What the QR code is.
        hand_qr,
        /// Opens starting again.
        start_again,
        /// What starting again does.
        start_again_ask,
        /// Button: yes, start again.
        start_again_yes,
        /// Opens wiping.
        wipe,
        /// What wiping does.
        wipe_ask,
        /// Button: yes, wipe.
        wipe_yes,
        /// Message: everything is wiped.
        wiped,
        /// Message: another tab wiped or moved what was kept.
        wiped_elsewhere,
        /// Message: another tab went on.
        changed_elsewhere,
        /// Opens the doors on every screen.
        help,
        /// Button to the page on how we count.
        method_open,
        /// Heading of that page.
        method_heading,
        /// Heading of the sources.
        sources_heading,
        /// Button back.
        close_method,
        /// Message: the file is something else.
        opened_foreign,
        /// Message: the file is a code for a workshop.
        opened_code,
        /// Message: the file is of another version.
        opened_other_version,
        /// Message: the file is damaged.
        opened_damaged,
        /// Message: the file cannot be read.
        opened_unreadable,
        /// Message: what was kept cannot be used any more.
        stored_unusable,
        /// Heading after a crash.
        rescue_heading,
        /// What happened and that the answers are still there.
        rescue_text,
        /// Button: go on.
        rescue_button,
        /// Line at the foot of the print, with `{date}`.
        printed,
        /// The word between the last two of an enumeration.
        and,
    }
}

impl Words {
    /// The value of a dilemma's answer in the words of the beam.
    pub fn leaning(&self, value: Option<i8>) -> Text {
        match value {
            None => self.leaning_skipped,
            Some(0) => self.leaning_both,
            Some(-1) => self.leaning_rules,
            Some(1) => self.leaning_room,
            Some(value) if value < 0 => self.leaning_rules_most,
            Some(_) => self.leaning_room_most,
        }
    }
}
