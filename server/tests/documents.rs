//! The documents say what the code does.
#![allow(clippy::unwrap_used)]

use tend_server::storage::schema_columns;

/// Everything of the form `table.column` at the beginning of a table's row.
fn documented(text: &str) -> Vec<String> {
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let mut names: Vec<_> = cells.map(|(name, _)| name.to_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_the_server_sees_is_all_that_it_keeps() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/what-the-server-sees.md");
    let documented = documented(&std::fs::read_to_string(path).unwrap());
    let mut kept = schema_columns().unwrap();
    kept.sort();
    let missing: Vec<_> = kept.iter().filter(|column| !documented.contains(column)).collect();
    let invented: Vec<_> = documented.iter().filter(|column| !kept.contains(column)).collect();
    assert!(missing.is_empty() && invented.is_empty(), "not documented: {missing:?}; not kept: {invented:?}");
    assert_eq!(documented.len(), kept.len(), "one of them is there twice");
}

#[test]
fn the_configuration_in_the_manual_is_accepted() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/self-hosting.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let code = folder.path().join("code");
    std::fs::write(&code, "hollyhock\n").unwrap();
    // Also what is commented out.
    let whole: String = example
        .replace("/etc/tend/code", code.to_str().unwrap())
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n")
        .collect();
    let file = folder.path().join("tend.toml");
    std::fs::write(&file, whole).unwrap();
    let config = tend_server::config::ServerConfig::load(Some(&file), Default::default()).unwrap();
    assert_eq!(config.settings.rates, tend_server::service::Rates::default());
    assert!(config.settings.access_code.is_some() && config.metrics_listen.is_some());
}
