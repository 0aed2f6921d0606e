package dev.callboard.payments;

import java.util.UUID;

/**
 * What a customer's browser needs to pay.
 *
 * @param form the provider's secret for this one payment
 */
public record CardForm(UUID payment, String form) {
    @Override
    public String toString() {
        return "CardForm[" + payment + "]";
    }
}
