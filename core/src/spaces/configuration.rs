//! How OpenMLS is configured for our groups.

use openmls::prelude::{
    MlsGroupCreateConfig, MlsGroupJoinConfig, PURE_CIPHERTEXT_WIRE_FORMAT_POLICY, SenderRatchetConfiguration,
};

use super::{CIPHERSUITE, key_packages};

/// Messages whose keys are kept because later ones came first. The log orders entries, so only a refused one leaves a gap.
const OUT_OF_ORDER: u32 = 32;

/// Messages that may be missing before one. A device that is set back numbers no further than its entries; each missing one costs
/// the reader a hash.
const MAX_FORWARD: u32 = 2000;

/// For a group that this device joins.
pub(super) fn join() -> MlsGroupJoinConfig {
    MlsGroupJoinConfig::builder()
        .wire_format_policy(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY)
        // Plaintexts are filled up to size classes before they come here.
        .padding_size(0)
        // The server takes no entry of an epoch that is over.
        .max_past_epochs(0)
        .number_of_resumption_psks(0)
        .use_ratchet_tree_extension(true)
        .sender_ratchet_configuration(SenderRatchetConfiguration::new(OUT_OF_ORDER, MAX_FORWARD))
        .build()
}

/// For a group that this device creates.
pub(super) fn create() -> MlsGroupCreateConfig {
    MlsGroupCreateConfig::builder()
        .ciphersuite(CIPHERSUITE)
        .capabilities(key_packages::capabilities())
        .lifetime(key_packages::all_of_time())
        .wire_format_policy(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY)
        .padding_size(0)
        .max_past_epochs(0)
        .number_of_resumption_psks(0)
        .use_ratchet_tree_extension(true)
        .sender_ratchet_configuration(SenderRatchetConfiguration::new(OUT_OF_ORDER, MAX_FORWARD))
        .build()
}
