//! What the operator decides, from a TOML file and from the command line. Names that are not known are refused.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use serde::Deserialize;
use tend_protocol::{ACCESS_CODE_BYTES, Limits};

use crate::{
    http::{ForwardedHeader, Proxies, Timeouts},
    service::{AccessCode, Rates, Settings},
};

/// Why a configuration is refused, in words for the operator.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

impl ConfigError {
    fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// What a configuration file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    database: Option<PathBuf>,
    metrics_listen: Option<SocketAddr>,
    access_code: Option<String>,
    access_code_file: Option<PathBuf>,
    open_registration: bool,
    trusted_proxies: Vec<String>,
    forwarded_header: ForwardedHeader,
    spaces_per_device: Option<usize>,
    mailboxes_per_device: Option<usize>,
    keep_free_bytes: Option<u64>,
    timeouts: Timeouts,
    rates: Rates,
    limits: toml::Table,
}

/// What is on the command line or in the environment; it overrides the file.
#[derive(Debug, Default, Clone)]
pub struct Overrides {
    /// The address to listen on.
    pub listen: Option<SocketAddr>,
    /// The database.
    pub database: Option<PathBuf>,
}

/// All that a server needs to start.
#[derive(Debug)]
pub struct ServerConfig {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The database's file.
    pub database: PathBuf,
    /// Where the metrics are served, if they are.
    pub metrics_listen: Option<SocketAddr>,
    /// Which proxies are believed about forwarded addresses.
    pub proxies: Proxies,
    /// How long it waits for a client.
    pub timeouts: Timeouts,
    /// For the service.
    pub settings: Settings,
}

impl ServerConfig {
    /// Reads `file`, if there is one, and checks the whole.
    ///
    /// # Errors
    /// [`ConfigError`]: what is wrong, and where.
    pub fn load(file: Option<&Path>, overrides: Overrides) -> Result<Self, ConfigError> {
        let text = match file {
            None => String::new(),
            Some(path) => std::fs::read_to_string(path)
                .map_err(|error| ConfigError::new(format!("{}: {error}", path.display())))?,
        };
        Self::parse(&text, overrides)
    }

    fn parse(text: &str, overrides: Overrides) -> Result<Self, ConfigError> {
        let file: File = toml::from_str(text).map_err(|error| ConfigError::new(error.to_string()))?;
        let settings = Settings {
            limits: limits(file.limits)?,
            rates: file.rates,
            access_code: access_code(file.access_code, file.access_code_file.as_deref())?,
            keep_free_bytes: file.keep_free_bytes.unwrap_or(Settings::default().keep_free_bytes),
            spaces_per_device: file.spaces_per_device.unwrap_or(Settings::default().spaces_per_device),
            mailboxes_per_device: file.mailboxes_per_device.unwrap_or(Settings::default().mailboxes_per_device),
        };
        let config = Self {
            listen: overrides.listen.or(file.listen).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8787))),
            database: overrides.database.or(file.database).unwrap_or_else(|| PathBuf::from("tend.sqlite")),
            metrics_listen: file.metrics_listen,
            proxies: Proxies { trusted: networks(&file.trusted_proxies)?, header: file.forwarded_header },
            timeouts: file.timeouts,
            settings,
        };
        let reachable = !config.listen.ip().is_loopback() || !config.proxies.trusted.is_empty();
        if reachable && config.settings.access_code.is_none() && !file.open_registration {
            return Err(ConfigError::new(
                "anyone who reaches this server could register: set `access_code`, or `open_registration = true` if that is meant",
            ));
        }
        Ok(config)
    }
}

/// The networks that these texts name: `192.0.2.0/24`, or one address.
fn networks(texts: &[String]) -> Result<Vec<IpNet>, ConfigError> {
    let network = |text: &String| {
        text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| {
            ConfigError::new(format!(
                "`trusted_proxies`: `{text}` is neither an address nor a network like 192.0.2.0/24"
            ))
        })
    };
    texts.iter().map(network).collect()
}

fn access_code(code: Option<String>, file: Option<&Path>) -> Result<Option<AccessCode>, ConfigError> {
    let code = match (code, file) {
        (Some(_), Some(_)) => return Err(ConfigError::new("`access_code` and `access_code_file` exclude each other")),
        (code, None) => code,
        (None, Some(path)) => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| ConfigError::new(format!("`access_code_file`: {}: {error}", path.display())))?;
            Some(text)
        }
    };
    let Some(code) = code else { return Ok(None) };
    let code = AccessCode::new(&code).ok_or_else(|| {
        ConfigError::new(format!(
            "the access code is empty, longer than {ACCESS_CODE_BYTES} bytes, or more than one line"
        ))
    })?;
    Ok(Some(code))
}

/// The limits with what the file changes. The wire type ignores unknown names, as a client must; for a file they are an error.
fn limits(changes: toml::Table) -> Result<Limits, ConfigError> {
    let known = toml::Table::try_from(Limits::default()).map_err(|error| ConfigError::new(error.to_string()))?;
    if let Some(name) = changes.keys().find(|name| !known.contains_key(*name)) {
        return Err(ConfigError::new(format!("`limits.{name}` is not known")));
    }
    if let Some((name, _)) = changes.iter().find(|(_, value)| !matches!(value, toml::Value::Integer(1..))) {
        return Err(ConfigError::new(format!("`limits.{name}` must be a whole number above 0")));
    }
    let limits: Limits = changes.try_into().map_err(|error: toml::de::Error| ConfigError::new(error.to_string()))?;
    // What a body has next to its large part: ids, counts, lists of devices.
    let rest = 64 * 1024;
    let largest = limits.blob_bytes.max(2 * limits.commit_bytes).max(limits.key_packages * limits.key_package_bytes);
    if limits.request_bytes < largest + rest {
        return Err(ConfigError::new(format!("`limits.request_bytes` must be at least {}", largest + rest)));
    }
    Ok(limits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn refused(text: &str) -> String {
        ServerConfig::parse(text, Overrides::default()).unwrap_err().to_string()
    }

    #[test]
    fn nothing_at_all_is_a_server_on_this_machine() {
        let config = ServerConfig::parse("", Overrides::default()).unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:8787");
        assert_eq!(config.database, Path::new("tend.sqlite"));
        assert_eq!(config.settings, Settings::default());
        assert_eq!(config.timeouts, Timeouts::default());
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(refused("listn = '127.0.0.1:1'").contains("listn"));
        assert!(refused("[limits]\nblob_bites = 1").contains("blob_bites"));
        assert!(refused("[rates.device]\nper_minute = 1\nbrust = 1").contains("brust"));
        assert!(refused("[timeouts]\nbody = 1").contains("body"));
        assert!(refused("listen = 'here'").contains("listen"));
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        let text = "open_registration = true\ntrusted_proxies = ['192.0.2.128/25', '::1', '198.51.100.7']";
        let trusted = ServerConfig::parse(text, Overrides::default()).unwrap().proxies.trusted;
        let trusts =
            |address: &str| trusted.iter().any(|network| network.contains(&address.parse::<IpAddr>().unwrap()));
        assert!(["192.0.2.200", "::1", "198.51.100.7"].into_iter().all(trusts));
        assert!(!["192.0.2.1", "::2", "198.51.100.8"].into_iter().any(trusts));
        for wrong in ["192.0.2.0/33", "proxy.example.org", ""] {
            assert!(refused(&format!("trusted_proxies = ['{wrong}']")).contains("trusted_proxies"), "{wrong}");
        }
    }

    #[test]
    fn limits_that_contradict_each_other_are_refused() {
        assert!(refused("[limits]\nblob_bytes = 4000000").contains("request_bytes"));
        assert!(refused("[limits]\nblob_days = 0").contains("blob_days"));
        let changed = ServerConfig::parse("[limits]\nblob_days = 3", Overrides::default()).unwrap();
        assert_eq!(changed.settings.limits, Limits { blob_days: 3, ..Limits::default() });
    }

    #[test]
    fn a_timeout_is_a_whole_number_of_seconds_above_0() {
        let changed = ServerConfig::parse("[timeouts]\nheader_seconds = 2", Overrides::default()).unwrap();
        assert_eq!(changed.timeouts, Timeouts { header: Duration::from_secs(2), ..Timeouts::default() });
        for wrong in ["0", "-1", "1.5", "'1'"] {
            assert!(refused(&format!("[timeouts]\nbody_seconds = {wrong}")).contains("body_seconds"), "{wrong}");
        }
    }

    #[test]
    fn open_registration_must_be_meant() {
        assert!(refused("listen = '0.0.0.0:80'").contains("open_registration"));
        assert!(refused("trusted_proxies = ['127.0.0.1']").contains("open_registration"), "a proxy makes it reachable");
        for text in ["open_registration = true", "access_code = 'x'"] {
            let listen = Some("0.0.0.0:80".parse().unwrap());
            assert!(ServerConfig::parse(text, Overrides { listen, database: None }).is_ok());
        }
        assert!(refused("access_code = ''").contains("empty"));
    }

    #[test]
    fn an_access_code_is_one_line_without_what_an_editor_puts_around_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("code");
        let configured = |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            ServerConfig::parse(&format!("access_code_file = '{}'", file.display()), Overrides::default())
        };
        for good in [&b"garden"[..], b"\xef\xbb\xbfgarden", b" garden \r\n", b"\xef\xbb\xbf\tgarden\n\n"] {
            assert_eq!(configured(good).unwrap().settings.access_code, AccessCode::new("garden"), "{good:?}");
        }
        let long = "x".repeat(ACCESS_CODE_BYTES + 1);
        for bad in [&b""[..], b" \n", b"\xef\xbb\xbf", b"two\nlines", b"\xff\xfeg\0", long.as_bytes()] {
            let error = configured(bad).unwrap_err().to_string();
            assert!(error.contains("access") && error.contains("code"), "{bad:?}: {error}");
        }
        assert!(refused(&format!("access_code = '{long}'")).contains("longer than 128 bytes"));
        assert!(refused("access_code_file = '/nowhere'").contains("access_code_file"));
    }

    #[test]
    fn a_byte_order_mark_before_the_configuration_is_passed_over() {
        let config = ServerConfig::parse("\u{feff}database = 'x'\r\n", Overrides::default()).unwrap();
        assert_eq!(config.database, Path::new("x"));
    }

    #[test]
    fn an_access_code_is_never_printed() {
        let config = ServerConfig::parse("access_code = 'hollyhock'", Overrides::default()).unwrap();
        assert!(!format!("{config:?}").contains("hollyhock"));
    }
}
