//! Where a request comes from.

use std::net::IpAddr;

use axum::http::HeaderMap;
use ipnet::IpNet;
use serde::Deserialize;

/// The header in which the proxies name the client. Only one of the two is believed, since a proxy that writes one of them
/// passes the other on as the client wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// Whom to believe about forwarded addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proxies {
    /// The proxies; without any, no header is read.
    pub trusted: Vec<IpNet>,
    /// What they write.
    pub header: ForwardedHeader,
}

impl Proxies {
    /// The source of a request that came from `peer`: the nearest address that is not a trusted proxy's.
    pub(super) fn source(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut source = peer;
        // A socket that takes both versions tells an IPv4 address as one of IPv6.
        let trusted = |address: IpAddr| self.trusted.iter().any(|network| network.contains(&address.to_canonical()));
        let mut hops = self.hops(headers).into_iter().rev();
        while trusted(source) {
            // Each proxy adds at the end the address that it was called from. What is before an unreadable one is not believed.
            match hops.next().and_then(|hop| hop) {
                Some(hop) => source = hop,
                None => break,
            }
        }
        source
    }

    fn hops(&self, headers: &HeaderMap) -> Vec<Option<IpAddr>> {
        let name = match self.header {
            ForwardedHeader::XForwardedFor => "x-forwarded-for",
            ForwardedHeader::Forwarded => "forwarded",
        };
        let lines = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default());
        lines
            .flat_map(|line| line.split(','))
            .map(|hop| match self.header {
                ForwardedHeader::XForwardedFor => address(hop),
                ForwardedHeader::Forwarded => hop.split(';').find_map(|pair| {
                    let (key, value) = pair.split_once('=')?;
                    key.trim().eq_ignore_ascii_case("for").then(|| address(value)).flatten()
                }),
            })
            .collect()
    }
}

/// An address, perhaps in quotes, brackets or with a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']')?.0.parse().ok();
    }
    text.parse().ok().or_else(|| text.rsplit_once(':')?.0.parse().ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn source(proxies: &Proxies, peer: &str, headers: &[(&'static str, &str)]) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        proxies.source(peer.parse().unwrap(), &map).to_string()
    }

    #[test]
    fn headers_are_believed_from_configured_proxies_alone() {
        let forged = [("x-forwarded-for", "203.0.113.9")];
        assert_eq!(source(&Proxies::default(), "192.0.2.1", &forged), "192.0.2.1");
        let proxies = Proxies { trusted: vec!["10.0.0.0/8".parse().unwrap()], ..Proxies::default() };
        assert_eq!(source(&proxies, "192.0.2.1", &forged), "192.0.2.1");
        assert_eq!(source(&proxies, "10.1.2.3", &forged), "203.0.113.9");
        assert_eq!(source(&proxies, "::ffff:10.1.2.3", &forged), "203.0.113.9");
        assert_eq!(source(&proxies, "10.1.2.3", &[]), "10.1.2.3");
    }

    #[test]
    fn what_the_client_wrote_itself_counts_for_nothing() {
        let proxies = Proxies { trusted: vec!["10.0.0.1/32".parse().unwrap()], ..Proxies::default() };
        let headers = [("x-forwarded-for", "1.1.1.1, 203.0.113.9"), ("forwarded", "for=2.2.2.2")];
        assert_eq!(source(&proxies, "10.0.0.1", &headers), "203.0.113.9");
        let chain = [("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "203.0.113.9, 10.0.0.1")];
        assert_eq!(source(&proxies, "10.0.0.1", &chain), "203.0.113.9");
        assert_eq!(source(&proxies, "10.0.0.1", &[("x-forwarded-for", "1.1.1.1, nonsense")]), "10.0.0.1");
    }

    #[test]
    fn the_standard_header_is_read_with_its_quotes_and_ports() {
        let proxies = Proxies { trusted: vec!["::1/128".parse().unwrap()], header: ForwardedHeader::Forwarded };
        let headers = [("forwarded", "for=1.1.1.1, proto=https;For=\"[2001:db8::7]:4711\"")];
        assert_eq!(source(&proxies, "::1", &headers), "2001:db8::7");
    }
}
