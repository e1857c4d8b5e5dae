//! How a Dutch text reads, in numbers: sentences, words, syllables, and the Flesch-Douma figure.
//!
//! Calibration: over the five articles that the lessons draw on, these functions give 49 to 57 for the four trade
//! papers and 70 for the ombudsman's, which is the style we aim for.

/// The sentences of a text. A colon does not end one; a text without an end mark is one sentence.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for word in text.split_whitespace() {
        let sentence = sentences.last_mut().unwrap();
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if ends(word) {
            sentences.push(String::new());
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether a text closes with an end mark, quotes and brackets aside: then it is copy and not a label.
pub(crate) fn ends(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')']).ends_with(['.', '!', '?', '…'])
}

/// The words of a text, without the signs around them. Numbers and blanks such as `{label}` are no words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| sign.is_whitespace() || sign == '/')
        .filter(|word| !word.contains('{'))
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

/// Vowels that sound as one, longest first.
const ONE_SOUND: [&str; 17] =
    ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou"];

/// The syllables of a word: its vowel groups. A trema starts a new one, an accent does not. At least 1.
pub(crate) fn syllables(word: &str) -> usize {
    let plain: String = word.to_lowercase().chars().map(without_accent).collect();
    let mut rest = plain.as_str();
    let mut count = 0;
    while let Some(sign) = rest.chars().next() {
        let group = ONE_SOUND.iter().find(|group| rest.starts_with(**group));
        count += usize::from(group.is_some() || "aeiouyëïöüä".contains(sign));
        rest = &rest[group.map_or(sign.len_utf8(), |group| group.len())..];
    }
    count.max(1)
}

fn without_accent(sign: char) -> char {
    match sign {
        'é' | 'è' | 'ê' => 'e',
        'á' | 'à' => 'a',
        'ó' => 'o',
        'í' => 'i',
        'ú' => 'u',
        other => other,
    }
}

/// How joined copy reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// Words in all.
    pub(crate) words: usize,
    /// Words to a sentence.
    pub(crate) length: f64,
    /// 206.8 - 0.77 * syllables per 100 words - 0.93 * words per sentence.
    pub(crate) flesch_douma: f64,
}

/// Reads all copy as one text; words for which `left_out` says so count nowhere.
pub(crate) fn reading<'a>(copy: impl IntoIterator<Item = &'a str>, left_out: impl Fn(&str) -> bool) -> Reading {
    let (mut sentence_count, mut word_count, mut syllable_count) = (0_u32, 0_u32, 0_u32);
    for text in copy {
        for sentence in sentences(text) {
            let counted: Vec<usize> = words(&sentence).filter(|word| !left_out(word)).map(syllables).collect();
            sentence_count += u32::from(!counted.is_empty());
            word_count += u32::try_from(counted.len()).unwrap();
            syllable_count += u32::try_from(counted.iter().sum::<usize>()).unwrap();
        }
    }
    let (sentences, words) = (f64::from(sentence_count), f64::from(word_count));
    let length = words / sentences;
    let flesch_douma = 206.8 - 0.77 * (100.0 * f64::from(syllable_count) / words) - 0.93 * length;
    Reading { words: word_count as usize, length, flesch_douma }
}

/// The words of a list such as `tests/data/allowed-terms.txt`: one to a line, before a tab or `#`; `#` lines explain.
pub(crate) fn list(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_lowercase());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Whether a text holds these words next to each other, as whole words.
pub(crate) fn holds(text: &str, phrase: &str) -> bool {
    let text: Vec<String> = words(text).map(str::to_lowercase).collect();
    let phrase: Vec<&str> = phrase.split(' ').collect();
    text.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use super::{holds, list, reading, sentences, syllables, words};

    #[test]
    fn a_sentence_ends_at_its_mark_also_inside_quotes() {
        let text = "Hij zei: “Ik snap het. Kom je?” Daarna ging hij weg";
        assert_eq!(sentences(text), ["Hij zei: “Ik snap het.", "Kom je?”", "Daarna ging hij weg"]);
        assert!(sentences("").is_empty());
    }

    #[test]
    fn numbers_blanks_and_signs_are_no_words() {
        let found: Vec<&str> = words("Bel ‘Veilig Thuis’: {veilig-thuis}, 0800-2000, ’s avonds/nachts (16).").collect();
        assert_eq!(found, ["Bel", "Veilig", "Thuis", "s", "avonds", "nachts"]);
    }

    #[test]
    fn dutch_vowel_groups_sound_as_one_and_a_trema_starts_anew() {
        for (word, count) in [
            ("ruimte", 2),
            ("nieuw", 1),
            ("eeuwig", 2),
            ("moeilijk", 2),
            ("bijeen", 2),
            ("cliënt", 2),
            ("ideeën", 3),
            ("één", 1),
            ("situatie", 4),
            ("aandachtsfunctionaris", 7),
            ("kindermishandeling", 6),
            ("ooievaar", 3),
            ("begeleiding", 4),
            ("geïrriteerd", 4),
            ("hulpverlener", 4),
            ("s", 1),
            ("zaaien", 2),
            ("reactie", 3),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn the_figure_follows_the_formula() {
        // Four words of one syllable and two of two, in two sentences: WL 133.3, ZL 3.
        let found = reading(["De kat zit hier. Buiten regent"], |_| false);
        assert_eq!(found.words, 6);
        assert!((found.length - 3.0).abs() < 1e-9);
        assert!((found.flesch_douma - (206.8 - 0.77 * (800.0 / 6.0) - 0.93 * 3.0)).abs() < 1e-9);
        assert_eq!(reading(["De kat zit hier."], |word| word == "kat").words, 3);
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_only() {
        assert!(holds("Dat dient te gebeuren.", "dient te"));
        assert!(!holds("Dat bedient tegen wil.", "dient te"));
        assert!(!holds("foutloos", "fout"));
    }

    #[test]
    fn a_list_leaves_out_its_reasons() {
        assert_eq!(list("# kop\nmeldcode  # naam in de wet\n\nten behoeve van\n"), ["meldcode", "ten behoeve van"]);
    }
}
