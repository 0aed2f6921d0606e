package dev.callboard.payments;

import java.math.BigDecimal;
import java.util.UUID;

import dev.callboard.refusals.Unavailable;

/**
 * Someone outside who takes money by card and gives it back. A call may take long, and may have had its effect though
 * no answer came: none is made inside a transaction, and each may be repeated. All of them throw {@link Unavailable}
 * where it is unknown what happened, and {@link ProviderRefused} where the provider said no.
 */
public interface PaymentProvider {

    /** Opens a payment; the same payment again answers the same intent. */
    Intent start(Charge charge);

    /** Ends an intent so that nobody can pay it any more, unless it has been paid. */
    Ending cancel(String intent);

    /** Gives the whole amount back, once for ever. @return the provider's id of the refund */
    String refund(Reimbursement refund);

    /** False where card payments are not set up: nothing else is to be asked for then. */
    default boolean isSetUp() {
        return true;
    }

    /** True where the provider answers at all, within a second or two; never throws. */
    boolean answers();

    /** What is to be paid. @param amount in the shop's currency */
    record Charge(UUID payment, UUID order, long orderNumber, BigDecimal amount) {}

    /**
     * A payment as the provider knows it.
     *
     * @param form what the customer's browser needs to show the provider's form; good for this one payment
     */
    record Intent(String id, String form) {
        @Override
        public String toString() {
            return "Intent[" + id + "]";
        }
    }

    /** What became of an intent that was to be cancelled; UNDECIDED while the provider works at it. */
    enum Ending {
        CANCELLED, SUCCEEDED, UNDECIDED
    }

    /**
     * Money to be given back.
     *
     * @param lookFirst true where it may have been asked for so long ago that the provider has forgotten the request
     */
    record Reimbursement(UUID payment, String intent, boolean lookFirst) {}

    /** Where no provider is set up: nothing can be done until one is. */
    static PaymentProvider none() {
        return new NoProvider();
    }
}
