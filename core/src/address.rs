//! A server's address: as a person types it, and the one form in which it is kept and compared.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::characters::{is_ignorable, narrow, shapes_others};

/// Bytes of the longest address.
const LONGEST: usize = 200;

/// An address that Tend does not call: none at all, one that carries more than a place, or `http` to where others could listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a server's address")]
pub struct BadServer;

/// The address in its one form: scheme, host, a port that is not the scheme's own, a path without a slash at its end. International names
/// are in the form of the DNS (IDNA). Two spellings of one address have the same form, and a form's form is itself.
///
/// What people type is understood: space, quotes and punctuation around it, capitals, a missing scheme. That is `https`, and `http` for what
/// is at home: loopback, private (RFC 1918, RFC 4193) and link-local addresses, names of one label and of `.local`. Only there `http` is
/// taken at all: elsewhere anyone on the way could read who calls, and answer in the server's place. A word with neither scheme nor port
/// is no address.
///
/// # Errors
/// [`BadServer`], also for more than 200 bytes, user info, a query and a fragment.
pub fn canonical(typed: &str) -> Result<String, BadServer> {
    let typed: String = typed.chars().filter(|c| !is_ignorable(*c) || shapes_others(*c)).map(narrow).collect();
    let typed = typed.trim_matches(|c: char| c.is_whitespace() || "\"'`<>()“”„‘’‚«»‹›.,;!".contains(c));
    let (scheme, rest) = split(typed);
    let more = |c: char| c.is_whitespace() || c.is_control() || "@?#\\".contains(c);
    if rest.contains(more) || rest.starts_with('/') || rest.contains("://") {
        return Err(BadServer);
    }
    // An address of the sixth version has brackets in a URL, and few people know.
    let rest = if rest.parse::<Ipv6Addr>().is_ok() { &format!("[{rest}]") } else { rest };
    let parse = |scheme: &str| Url::parse(&format!("{scheme}://{rest}")).map_err(|_| BadServer);
    let guess = parse("https")?;
    let at_home = is_at_home(&guess);
    let one =
        is_one_label(&guess) && guess.domain() != Some("localhost") || rest.bytes().all(|byte| byte.is_ascii_digit());
    let word = scheme.is_none() && one && !rest.contains([':', '/']);
    let scheme = scheme.unwrap_or(if at_home { "http" } else { "https" });
    if word || (scheme == "http" && !at_home) {
        return Err(BadServer);
    }
    form(&parse(scheme)?).filter(|form| form.len() <= LONGEST).ok_or(BadServer)
}

/// The scheme, if there is one, and what follows it.
fn split(text: &str) -> (Option<&'static str>, &str) {
    for (scheme, length) in [("https", 6), ("http", 5)] {
        if let Some((head, rest)) = text.split_at_checked(length)
            && head.strip_suffix(':').is_some_and(|head| head.eq_ignore_ascii_case(scheme))
            && let Some(rest) = rest.strip_prefix("//").or(rest.strip_prefix('/'))
        {
            return (Some(scheme), rest.trim_start());
        }
    }
    (None, text)
}

fn is_at_home(url: &Url) -> bool {
    let v4 = |address: Ipv4Addr| address.is_loopback() || address.is_private() || address.is_link_local();
    match url.host() {
        Some(Host::Ipv4(address)) => v4(address),
        Some(Host::Ipv6(address)) => {
            address.is_loopback()
                || address.is_unique_local()
                || address.is_unicast_link_local()
                || address.to_ipv4_mapped().is_some_and(v4)
        }
        Some(Host::Domain(name)) => is_one_label(url) || name.trim_end_matches('.').ends_with(".local"),
        None => false,
    }
}

fn is_one_label(url: &Url) -> bool {
    url.domain().is_some_and(|name| !name.trim_end_matches('.').contains('.'))
}

fn form(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    let host = host.strip_suffix('.').unwrap_or(host);
    let known = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte));
    let named = host.bytes().any(|byte| byte.is_ascii_alphanumeric()) && !host.split('.').any(str::is_empty);
    if !known || !named || url.port() == Some(0) {
        return None;
    }
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = path(url.path())?;
    Some(format!("{}://{host}{port}{}", url.scheme(), path.trim_end_matches('/')))
}

/// A path whose escapes are those that it needs, in capitals (RFC 3986, section 6.2.2).
fn path(path: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let (mut form, mut rest) = (String::new(), path.bytes());
    while let Some(byte) = rest.next() {
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match byte {
            b'%' => match digit(rest.next()?)? << 4 | digit(rest.next()?)? {
                byte if plain(byte) => form.push(byte.into()),
                byte => form.push_str(&format!("%{byte:02X}")),
            },
            byte if plain(byte) || byte == b'/' => form.push(byte.into()),
            _ => return None,
        }
    }
    Some(form)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_understood_as_people_type_it() {
        for (typed, form) in [
            ("https://tend.example.org", "https://tend.example.org"),
            ("tend.example.org", "https://tend.example.org"),
            ("HTTPS://Tend.Example.ORG/", "https://tend.example.org"),
            (" https://tend.example.org \n", "https://tend.example.org"),
            ("\u{feff}https://tend.exam\u{200b}ple.org\u{a0}", "https://tend.example.org"),
            ("<https://tend.example.org>", "https://tend.example.org"),
            ("„tend.example.org“.", "https://tend.example.org"),
            ("https:/tend.example.org", "https://tend.example.org"),
            ("Https:// tend.example.org", "https://tend.example.org"),
            ("https://tend.example.org.", "https://tend.example.org"),
            ("https://tend.example.org:443", "https://tend.example.org"),
            ("https://tend.example.org:0443/", "https://tend.example.org"),
            ("tend.example.org:8443/couples/", "https://tend.example.org:8443/couples"),
            ("https://tend.example.org/a/../b//", "https://tend.example.org/b"),
            ("https://tend.example.org/%7eus/%c3%bc%20", "https://tend.example.org/~us/%C3%BC%20"),
            ("https://häuschen.example", "https://xn--huschen-5wa.example"),
            ("HÄUSCHEN.example", "https://xn--huschen-5wa.example"),
            ("https://例え。テスト", "https://xn--r8jz45g.xn--zckzah"),
            ("ｈｔｔｐｓ：／／ｔｅｎｄ．ｅｘａｍｐｌｅ", "https://tend.example"),
            ("http://my_nas:8787", "http://my_nas:8787"),
            ("my_nas.example.org", "https://my_nas.example.org"),
            ("Nas:8787", "http://nas:8787"),
            ("nas.:8787", "http://nas:8787"),
            ("nas/tend", "http://nas/tend"),
            ("http://Nas", "http://nas"),
            ("localhost", "http://localhost"),
            ("https://nas", "https://nas"),
            ("localhost:8787", "http://localhost:8787"),
            ("http://localhost:80/", "http://localhost"),
            ("NAS.local/tend", "http://nas.local/tend"),
            ("192.168.1.20:8787", "http://192.168.1.20:8787"),
            ("https://192.168.1.20:8787", "https://192.168.1.20:8787"),
            ("http://10.0.0.1", "http://10.0.0.1"),
            ("http://172.31.0.1", "http://172.31.0.1"),
            ("http://169.254.7.7", "http://169.254.7.7"),
            ("http://127.1", "http://127.0.0.1"),
            ("http://[::1]:8787/", "http://[::1]:8787"),
            ("::1", "http://[::1]"),
            ("[FD00:0::5]", "http://[fd00::5]"),
            ("http://[fe80::5]", "http://[fe80::5]"),
            ("http://[::ffff:192.168.1.20]", "http://[::ffff:c0a8:114]"),
            ("203.0.113.7", "https://203.0.113.7"),
            ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
        ] {
            assert_eq!(canonical(typed).as_deref(), Ok(form), "{typed}");
            assert_eq!(canonical(form).as_deref(), Ok(form), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let long = format!("https://tend.example/{}", "a".repeat(180));
        assert!(canonical(&long[..LONGEST]).is_ok());
        for typed in [
            "",
            " ",
            "nas",
            "nowhere.",
            "2130706433",
            "https://",
            "https:///path",
            "//tend.example.org",
            "ftp://tend.example.org",
            "tend://tend.example.org",
            "https://https://tend.example.org",
            "mailto:you@tend.example.org",
            "https://you@tend.example.org",
            "https://you:secret@tend.example.org",
            "https://@tend.example.org",
            "https://tend.example.org?q",
            "https://tend.example.org/?",
            "https://tend.example.org/#f",
            "https://tend.example.org/ x",
            "https://tend.example.org and the code is garden",
            "https://tend.example.org\\x",
            "https://tend.exa\nmple.org",
            "https://tend.exa\0mple.org",
            "https://tend.example.org:65536",
            "https://tend.example.org:0",
            "https://tend.example.org:x",
            "https://tend..example",
            "https://.local",
            "https://-",
            "https://:-",
            "https://tend*.example",
            "https://tend.example/%zz",
            "https://tend.example/%2",
            "https://192.168.1.300",
            "https://[::1",
            "https://xn--\u{e9}.example",
            &long,
        ] {
            assert_eq!(canonical(typed), Err(BadServer), "{typed}");
        }
    }

    #[test]
    fn without_tls_only_what_is_at_home_is_called() {
        assert!(canonical("http://notlocal.").is_ok());
        for typed in [
            "http://tend.example.org",
            "HTTP://tend.example.org:8787",
            "http://203.0.113.7",
            "http://8.8.8.8",
            "http://172.32.0.1",
            "http://192.169.1.1",
            "http://100.64.0.1",
            "http://0.0.0.0",
            "http://3221225985",
            "http://[2001:db8::1]",
            "http://[::ffff:8.8.8.8]",
            "http://local.example",
            "http://nas.local.example",
            "http://192.168.1.20.example.org",
            "http://localhost.example.org",
        ] {
            assert_eq!(canonical(typed), Err(BadServer), "{typed}");
            assert!(canonical(&typed.to_lowercase().replace("http:", "https:")).is_ok(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_form_is_its_own_form(typed in "(https?://)?[a-zA-Z0-9._\\PC-]{1,20}(:[0-9]{1,5})?(/[a-zA-Z0-9%/.~\\PC]{0,20})?") {
            if let Ok(form) = canonical(&typed) {
                prop_assert!(form.is_ascii() && !form.ends_with('/'));
                prop_assert_eq!(canonical(&form), Ok(form));
            }
        }
    }
}
