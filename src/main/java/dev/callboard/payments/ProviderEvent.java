package dev.callboard.payments;

import java.util.UUID;

/**
 * A message of the provider whose signature was verified.
 *
 * @param id the provider's id of the message
 * @param type as the provider calls it
 * @param payment our id from the metadata, or null
 * @param intent the provider's name for the payment, or null
 */
public record ProviderEvent(String id, String type, Meaning meaning, UUID payment, String intent) {

    /** What it says about a payment. */
    public enum Meaning {
        /** The money is there. */
        SUCCEEDED,
        /** A card was refused; the intent can still be paid. */
        REFUSED,
        /** Nobody can pay the intent any more. */
        CANCELLED,
        /** A refund that was accepted did not reach the customer. */
        REFUND_FAILED,
        /** Nothing that matters here. */
        OTHER
    }
}
