//! Reads the files of `core/content`. Only the build script and tests do that; a phone carries the result.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path as Folder, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};

use super::{
    language::Language,
    model::{Catalogue, Prompt, PromptKind, Topic},
};

/// Everything in the folder.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// What can be practised.
    pub catalogue: Catalogue,
    /// By language, each file's name and text, in the order of the names.
    pub locales: BTreeMap<String, Vec<(String, String)>>,
    /// By language, phrases that never appear, in lower case.
    pub forbidden: BTreeMap<String, Vec<String>>,
    /// By language, how its voice is measured.
    pub voices: BTreeMap<String, Voice>,
    /// Keys of `docs/sources.md`.
    pub sources: BTreeSet<String>,
}

/// What a program can measure of a language's voice. Words and phrases are in lower case, with straight apostrophes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Characters of an instruction, at most.
    pub characters: usize,
    /// Words that soften.
    pub soft: Vec<String>,
    /// Terms in which one of them softens nothing.
    pub apart: Vec<String>,
    /// Two words where people say one.
    pub stiff: Vec<String>,
    /// How such a word ends, or the word itself.
    pub contracted: Vec<String>,
    /// Phrases that nobody says aloud; `…` stands for any ending.
    pub banned: Vec<String>,
    /// How a reason begins that is no whole sentence.
    pub because: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PromptFile {
    prompts: Vec<Prompt>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    topics: Vec<Topic>,
}

impl Files {
    /// Reads the content, and the list of sources in `docs`.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn read(content: &Folder, sources: &Folder) -> Result<Self, String> {
        let mut files = Self {
            catalogue: Catalogue {
                exercises: by_id(&content.join("exercises"))?,
                paths: by_id(&content.join("paths"))?,
                topics: toml::<TopicFile>(&content.join("topics.toml"))?.topics,
                prompts: prompts(&content.join("prompts"))?,
            },
            sources: sources_in(&text(sources)?),
            ..Self::default()
        };
        for language in Language::COMPLETE.iter().map(|language| language.tag()) {
            let texts = listed(&content.join("locales").join(language), "ftl")?;
            let texts = texts.into_iter().map(|(name, path)| Ok((name, text(&path)?)));
            files.locales.insert(language.into(), texts.collect::<Result<_, String>>()?);
            let phrases = text(&content.join("forbidden").join(format!("{language}.txt")))?;
            let phrases = phrases.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
            files.forbidden.insert(language.into(), phrases.map(str::to_lowercase).collect());
            files.voices.insert(language.into(), toml(&content.join("voice").join(format!("{language}.toml")))?);
        }
        Ok(files)
    }

    /// All of a language's messages, as one text.
    pub fn language(&self, language: &str) -> String {
        let texts = self.locales.get(language).into_iter().flatten();
        texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n")
    }
}

fn prompts(folder: &Folder) -> Result<Vec<Prompt>, String> {
    let mut prompts = Vec::new();
    for (name, path) in listed(folder, "toml")? {
        let kind = PromptKind::from_name(&name).ok_or(format!("{}: no such kind of prompt", path.display()))?;
        prompts.extend(toml::<PromptFile>(&path)?.prompts.into_iter().map(|prompt| Prompt { kind, ..prompt }));
    }
    prompts.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(prompts)
}

/// `- **key**: …` in the list of sources.
fn sources_in(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|line| Some(line.strip_prefix("- **")?.split_once("**")?.0.to_owned())).collect()
}

fn by_id<T: DeserializeOwned>(folder: &Folder) -> Result<BTreeMap<String, T>, String> {
    listed(folder, "toml")?.into_iter().map(|(id, path)| Ok((id, toml(&path)?))).collect()
}

fn toml<T: DeserializeOwned>(path: &Folder) -> Result<T, String> {
    toml::from_str(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(path: &Folder) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files with that ending in a folder, by their names without it.
fn listed(folder: &Folder, ending: &str) -> Result<Vec<(String, PathBuf)>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        match (path.file_stem().and_then(|name| name.to_str()), path.extension()) {
            (Some(name), Some(found)) if found == ending => files.push((name.to_owned(), path.clone())),
            _ => return Err(format!("{}: not a .{ending} file", path.display())),
        }
    }
    files.sort();
    Ok(files)
}
