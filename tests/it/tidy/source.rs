//! Rust files as the tidy rules read them: their tokens, what of these is shipped, and what they name by a path.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword.
    Name,
    /// A number; a fraction has a point in it.
    Number,
    /// The inside of a string literal.
    Text,
    /// A character literal, or one sign.
    Sign,
}

/// A token with the line it stands on, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// Whether these tokens begin like this.
pub(crate) fn begins(tokens: &[Token], with: &[&str]) -> bool {
    let is = |token: &Token, wanted: &str| token.kind != Kind::Text && token.text == wanted;
    tokens.len() >= with.len() && tokens.iter().zip(with).all(|(token, wanted)| is(token, wanted))
}

/// A source file. Comments are not in it, but for those that document something: these are attributes.
pub(crate) struct Source(Vec<TokenTree>);

impl Source {
    /// Fails on what is no Rust.
    #[track_caller]
    pub(crate) fn read(path: &str, code: &str) -> Source {
        let stream: TokenStream = code.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        Source(stream.into_iter().collect())
    }

    /// What is shipped: without attributes, and without what only tests see.
    pub(crate) fn shipped(&self) -> Source {
        Source(shipped(&self.0))
    }

    /// Every token, with the signs around groups.
    pub(crate) fn tokens(&self) -> Vec<Token> {
        tokens(&self.0)
    }

    /// What is named.
    pub(crate) fn named(&self) -> Named {
        let mut named = Named::default();
        named.read(&self.0);
        named
    }
}

fn line(span: Span) -> usize {
    span.start().line
}

fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn is_sign(tree: &TokenTree, wanted: char) -> bool {
    matches!(tree, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

fn is_group(tree: &TokenTree, wanted: Delimiter) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == wanted)
}

fn tokens(trees: &[TokenTree]) -> Vec<Token> {
    let mut found = Vec::new();
    for tree in trees {
        let written = tree.to_string();
        let (kind, text) = match (tree, written.find('"'), written.rfind('"')) {
            (TokenTree::Group(group), ..) => {
                let sign = |text: &str, span| Token { kind: Kind::Sign, text: text.to_string(), line: line(span) };
                found.push(sign(&written[..1], group.span_open()));
                found.extend(tokens(&inside(group)));
                found.push(sign(&written[written.len() - 1..], group.span_close()));
                continue;
            }
            (TokenTree::Ident(_), ..) => (Kind::Name, written),
            (TokenTree::Literal(_), Some(from), Some(to)) if to > from => {
                (Kind::Text, written[from + 1..to].to_string())
            }
            (TokenTree::Literal(_), ..) if written.starts_with(|sign: char| sign.is_ascii_digit()) => {
                (Kind::Number, written)
            }
            _ => (Kind::Sign, written),
        };
        found.push(Token { kind, text, line: line(tree.span()) });
    }
    found
}

fn shipped(mut trees: &[TokenTree]) -> Vec<TokenTree> {
    let mut found = Vec::new();
    loop {
        trees = match trees {
            [] => return found,
            [hash, TokenTree::Group(attribute), rest @ ..] if is_sign(hash, '#') => {
                if attribute.stream().to_string().replace(' ', "") != "cfg(test)" {
                    rest
                } else {
                    // Up to the closing brace or semicolon of the item.
                    let ends = |tree: &TokenTree| is_group(tree, Delimiter::Brace) || is_sign(tree, ';');
                    &rest[rest.iter().position(ends).map_or(rest.len(), |at| at + 1)..]
                }
            }
            [hash, bang, TokenTree::Group(_), rest @ ..] if is_sign(hash, '#') && is_sign(bang, '!') => rest,
            [TokenTree::Group(group), rest @ ..] => {
                let mut kept = Group::new(group.delimiter(), shipped(&inside(group)).into_iter().collect());
                kept.set_span(group.span());
                found.push(kept.into());
                rest
            }
            [tree, rest @ ..] => {
                found.push(tree.clone());
                rest
            }
        }
    }
}

/// Names with `::` between them, and the line of the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) names: Vec<String>,
    pub(crate) line: usize,
}

/// What a file names.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// Every path, with each name of a list by itself: `a::{b, c::d}` is `a::b` and `a::c::d`.
    pub(crate) paths: Vec<Path>,
    /// Those that are handed on, as by `pub use`.
    pub(crate) exports: Vec<Path>,
    /// Every name that stands outside imports and declarations of modules.
    pub(crate) names: BTreeSet<String>,
}

impl Named {
    fn read(&mut self, trees: &[TokenTree]) {
        let mut at = 0;
        while at < trees.len() {
            match &trees[at] {
                TokenTree::Ident(word) if *word == "use" => {
                    let end = (at..trees.len()).find(|at| is_sign(&trees[*at], ';')).unwrap_or(trees.len());
                    let mut before = trees[..at].iter().rev().filter(|tree| !is_group(tree, Delimiter::Parenthesis));
                    let exports = matches!(before.next(), Some(TokenTree::Ident(word)) if *word == "pub");
                    let found = if exports { &mut self.exports } else { &mut self.paths };
                    follow(&trees[at + 1..end], Path::default(), found);
                    at = end;
                }
                TokenTree::Ident(word) if *word == "mod" => at += 1,
                TokenTree::Ident(word) => {
                    self.names.insert(word.to_string());
                    if at == 0 || !is_sign(&trees[at - 1], ':') {
                        follow(&trees[at..], Path::default(), &mut self.paths);
                    }
                }
                TokenTree::Group(group) => self.read(&inside(group)),
                _ => {}
            }
            at += 1;
        }
    }
}

/// Reads the path at the beginning of these, if there is one: a name alone is none.
fn follow(trees: &[TokenTree], mut path: Path, found: &mut Vec<Path>) {
    match trees {
        [TokenTree::Group(list), ..] if list.delimiter() == Delimiter::Brace => {
            let items = inside(list);
            items.split(|tree| is_sign(tree, ',')).for_each(|item| follow(item, path.clone(), found));
        }
        [TokenTree::Ident(name), rest @ ..] => {
            path.names.push(name.to_string());
            path.line = line(name.span());
            match rest {
                [one, other, rest @ ..] if is_sign(one, ':') && is_sign(other, ':') => follow(rest, path, found),
                _ => follow(&[], path, found),
            }
        }
        _ if path.names.len() > 1 => found.push(path),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Path, Source};

    fn source(code: &str) -> Source {
        Source::read("a.rs", code)
    }

    #[test]
    fn a_token_has_its_line_and_a_string_its_inside() {
        let found = source("/*\n*/ f(\"a\nb\", r#\"c\"#) // d\n'e'").tokens();
        let found: Vec<(Kind, &str, usize)> =
            found.iter().map(|token| (token.kind, token.text.as_str(), token.line)).collect();
        let expected = [
            (Kind::Name, "f", 2),
            (Kind::Sign, "(", 2),
            (Kind::Text, "a\nb", 2),
            (Kind::Sign, ",", 3),
            (Kind::Text, "c", 3),
            (Kind::Sign, ")", 3),
            (Kind::Sign, "'e'", 4),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_only_tests_see_is_not_shipped_nor_are_attributes() {
        let code = "#![no_std]\n#[allow(x, reason = \"why\")] fn a() {}\n#[cfg(test)]\n#[path = \"p\"]\nmod b { fn c() {} }\nfn d() {}\n#[cfg(test)] use e;";
        let names: Vec<String> = source(code).shipped().tokens().into_iter().map(|token| token.text).collect();
        assert_eq!(names.join(""), "fna(){}fnd(){}");
    }

    #[test]
    fn paths_are_followed_into_lists_and_groups() {
        let code = "use crate::{a::b::C, d,\n e::{self, f}};\npub(super) use g::H;\nmod i;\nfn j() { row![crate::k(), l::<m::N>()] }";
        let named = source(code).named();
        let all = |paths: &[Path]| -> Vec<String> {
            paths.iter().map(|path| format!("{} {}", path.line, path.names.join("::"))).collect()
        };
        let expected = ["1 crate::a::b::C", "1 crate::d", "2 crate::e::self", "2 crate::e::f", "5 crate::k", "5 m::N"];
        assert_eq!(all(&named.paths), expected);
        assert_eq!(all(&named.exports), ["3 g::H"]);
        assert!(named.names.contains("j") && !named.names.contains("H") && !named.names.contains("i"));
    }
}
