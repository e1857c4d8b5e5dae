//! Just enough of Rust's grammar for the tidy rules: tokens without comments, attributes, and paths.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword.
    Name,
    /// A number; a fraction has a point in it.
    Number,
    /// The inside of a string literal.
    Text,
    /// A character literal, a lifetime, or one sign.
    Sign,
}

/// A token with the line it stands on, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// Whether these tokens begin like this.
pub(crate) fn begins(tokens: &[Token], with: &[&str]) -> bool {
    tokens.len() >= with.len() && tokens.iter().zip(with).all(|(token, wanted)| token.is(wanted))
}

/// Every token of a source file. Comments are left out, and so is everything from an unclosed string on.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let signs: Vec<char> = code.chars().collect();
    let mut found: Vec<Token> = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(sign) = signs.get(at).copied() {
        let rest = &signs[at..];
        let (kind, length, inside) = match sign {
            _ if sign.is_whitespace() => (None, 1, 0..0),
            '/' if rest.get(1) == Some(&'/') => (None, until(rest, |rest| rest[0] == '\n'), 0..0),
            '/' if rest.get(1) == Some(&'*') => (None, block_comment(rest), 0..0),
            '"' => text(rest, 0),
            'b' | 'c' | 'r' if literal(rest).is_some() => text(rest, literal(rest).unwrap_or_default()),
            '\'' => {
                let length = character(rest);
                (Some(Kind::Sign), length, 0..length)
            }
            _ if sign.is_alphabetic() || sign == '_' => {
                let length = until(rest, |rest| !(rest[0].is_alphanumeric() || rest[0] == '_'));
                (Some(Kind::Name), length, 0..length)
            }
            _ if sign.is_ascii_digit() => {
                let after_point = found.last().is_some_and(|token| token.is("."));
                let length = number(rest, !after_point);
                (Some(Kind::Number), length, 0..length)
            }
            _ => (Some(Kind::Sign), 1, 0..1),
        };
        if let Some(kind) = kind {
            found.push(Token { kind, text: rest[inside].iter().collect(), line });
        }
        line += rest[..length].iter().filter(|sign| **sign == '\n').count();
        at += length;
    }
    found
}

/// How many signs there are before `stop` holds.
fn until(signs: &[char], stop: impl Fn(&[char]) -> bool) -> usize {
    (0..signs.len()).find(|at| stop(&signs[*at..])).unwrap_or(signs.len())
}

fn block_comment(signs: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < signs.len() {
        match signs[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// How many letters stand before the quote or hashes of a literal such as `b"`, `r#"` or `br##"`.
fn literal(signs: &[char]) -> Option<usize> {
    let letters = until(signs, |rest| !matches!(rest[0], 'b' | 'c' | 'r'));
    let raw = signs[..letters].contains(&'r');
    let hashes = until(&signs[letters..], |rest| rest[0] != '#');
    let opens = signs.get(letters + hashes) == Some(&'"');
    (letters <= 2 && opens && (raw || hashes == 0)).then_some(letters)
}

/// A string literal that begins after so many letters: its whole length, and where its inside is.
fn text(signs: &[char], letters: usize) -> (Option<Kind>, usize, std::ops::Range<usize>) {
    let raw = signs[..letters].contains(&'r');
    let hashes = until(&signs[letters..], |rest| rest[0] != '#');
    let from = letters + hashes + 1;
    let mut at = from;
    while at < signs.len() {
        let closes = signs[at] == '"' && (0..hashes).all(|n| signs.get(at + 1 + n) == Some(&'#'));
        match signs[at] {
            '\\' if !raw => at += 2,
            _ if closes => return (Some(Kind::Text), at + 1 + hashes, from..at),
            _ => at += 1,
        }
    }
    (None, signs.len(), 0..0)
}

/// A character literal such as `'a'` or `'\n'`, else a lifetime.
fn character(signs: &[char]) -> usize {
    match signs {
        ['\'', '\\', _, ..] => 3 + until(&signs[3..], |rest| rest[0] == '\'') + 1,
        ['\'', _, '\'', ..] => 3,
        _ => 1 + until(&signs[1..], |rest| !(rest[0].is_alphanumeric() || rest[0] == '_')),
    }
}

fn number(signs: &[char], may_have_point: bool) -> usize {
    let plain = |signs: &[char]| until(signs, |rest| !(rest[0].is_alphanumeric() || rest[0] == '_'));
    let whole = plain(signs);
    match signs[whole..] {
        ['.', digit, ..] if may_have_point && digit.is_ascii_digit() => whole + 1 + plain(&signs[whole + 1..]),
        _ => whole,
    }
}

/// The attributes of a file, each as its tokens between the brackets.
pub(crate) fn attributes(tokens: &[Token]) -> Vec<&[Token]> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match attribute(&tokens[at..]) {
            Some((from, length)) => {
                found.push(&tokens[at + from..at + length - 1]);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the inside of an attribute begins, and its length with the brackets.
fn attribute(tokens: &[Token]) -> Option<(usize, usize)> {
    let from = match tokens {
        _ if begins(tokens, &["#", "["]) => 2,
        _ if begins(tokens, &["#", "!", "["]) => 3,
        _ => return None,
    };
    Some((from, from - 1 + group(&tokens[from - 1..])))
}

/// The length of a group that opens with the first token.
fn group(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (token, at) in tokens.iter().zip(1..) {
        if ["(", "[", "{"].iter().any(|sign| token.is(sign)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|sign| token.is(sign)) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

/// The tokens that are shipped: without attributes, and without what only tests see.
pub(crate) fn shipped(tokens: &[Token]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((from, length)) = attribute(&tokens[at..]) else {
            found.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let only_tests = begins(&tokens[at + from..], &["cfg", "(", "test", ")"]);
        at += length;
        if only_tests {
            at += item(&tokens[at..]);
        }
    }
    found
}

/// The length of an item with its own attributes: up to its closing brace or semicolon.
fn item(tokens: &[Token]) -> usize {
    let mut at = 0;
    while at < tokens.len() {
        if let Some((_, length)) = attribute(&tokens[at..]) {
            at += length;
        } else if tokens[at].is("{") {
            return at + group(&tokens[at..]);
        } else if tokens[at].is(";") {
            return at + 1;
        } else {
            at += 1;
        }
    }
    tokens.len()
}

/// Everything reached through `root::`, as the names that follow, with the line: `crate::{a::b, c}` gives `a` with `b`,
/// and `c`. Names after the second are left out.
pub(crate) fn paths(tokens: &[Token], root: &str) -> Vec<(Vec<String>, usize)> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let inner = at >= 2 && begins(&tokens[at - 2..], &[":", ":"]);
        if begins(&tokens[at..], &[root, ":", ":"]) && !inner {
            follow(&tokens[at + 3..], &[], &mut found);
        }
    }
    found
}

fn follow(tokens: &[Token], before: &[String], found: &mut Vec<(Vec<String>, usize)>) {
    let Some(first) = tokens.first() else { return };
    if first.is("{") {
        let mut at = 1;
        let end = group(tokens) - 1;
        while at < end {
            follow(&tokens[at..end], before, found);
            // On to the next comma of this group.
            while at < end && !tokens[at].is(",") {
                at += if tokens[at].is("{") { group(&tokens[at..]) } else { 1 };
            }
            at += 1;
        }
        return;
    }
    let path: Vec<String> = before.iter().cloned().chain([first.text.clone()]).collect();
    if path.len() < 2 && begins(&tokens[1..], &[":", ":"]) {
        follow(&tokens[3..], &path, found);
    } else {
        found.push((path, first.line));
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, attributes, paths, shipped, tokens};

    fn texts(code: &str) -> Vec<String> {
        tokens(code).into_iter().filter(|token| token.kind == Kind::Text).map(|token| token.text).collect()
    }

    #[test]
    fn strings_are_told_from_comments_characters_and_lifetimes() {
        let code = r####"
            // "a comment"
            /* "a /* nested */ comment" */
            fn f<'a>(x: &'a str) { let q = '"'; let e = '\''; g("one \" two", r#"three " four"#, b"five", 'x'); }
        "####;
        assert_eq!(texts(code), ["one \\\" two", "three \" four", "five"]);
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let found = tokens("/*\n*/ \"a\nb\" // c\nlast");
        assert_eq!(found.last().map(|token| (token.text.as_str(), token.line)), Some(("last", 4)));
    }

    #[test]
    fn a_fraction_is_told_from_a_range_and_a_place_in_a_tuple() {
        let numbers = |code: &str| -> Vec<String> {
            tokens(code).into_iter().filter(|token| token.kind == Kind::Number).map(|token| token.text).collect()
        };
        assert_eq!(numbers("1.5 + 0..3 + pair.0.1 + 7_u8 + 1.0e3"), ["1.5", "0", "3", "0", "1", "7_u8", "1.0e3"]);
    }

    #[test]
    fn what_only_tests_see_is_not_shipped_nor_are_attributes() {
        let code = "#![no_std]\n#[allow(x, reason = \"why\")] fn a() {}\n#[cfg(test)]\n#[path = \"p\"]\nmod b { fn c() {} }\nfn d() {}\n#[cfg(test)] use e;";
        let names: Vec<String> = shipped(&tokens(code)).into_iter().map(|token| token.text).collect();
        assert_eq!(names.join(""), "fna(){}fnd(){}");
        assert_eq!(attributes(&tokens(code)).len(), 5);
    }

    #[test]
    fn paths_are_followed_into_groups() {
        let code = "use crate::{a::b::c, d, e::{f, g}};\ncrate::h::i(); my::crate::j; crate::k;";
        let found: Vec<(String, usize)> =
            paths(&tokens(code), "crate").into_iter().map(|(path, line)| (path.join("::"), line)).collect();
        let found: Vec<(&str, usize)> = found.iter().map(|(path, line)| (path.as_str(), *line)).collect();
        assert_eq!(found, [("a::b", 1), ("d", 1), ("e::f", 1), ("e::g", 1), ("h::i", 2), ("k", 2)]);
    }
}
