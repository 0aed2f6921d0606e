package dev.callboard.sample;

import java.util.UUID;

import dev.callboard.payments.PaymentProvider;
import dev.callboard.payments.ProviderEvent;
import dev.callboard.refusals.Unavailable;

/** The card provider of the made-up Friday: it takes money at once, and has no answer yet when it is to be given back. */
public final class FixtureCards implements PaymentProvider {

    @Override
    public Intent start(Charge charge) {
        return new Intent(intent(charge.payment()), "a form");
    }

    @Override
    public Ending cancel(String intent) {
        return Ending.CANCELLED;
    }

    @Override
    public String refund(Reimbursement refund) {
        throw new Unavailable(Unavailable.Service.PROVIDER, "The provider has not answered yet.", null);
    }

    @Override
    public boolean answers() {
        return true;
    }

    /** Its word that a payment has been made. */
    public static ProviderEvent paid(UUID payment) {
        return new ProviderEvent("evt_" + payment, "payment_intent.succeeded", ProviderEvent.Meaning.SUCCEEDED, payment,
                intent(payment));
    }

    private static String intent(UUID payment) {
        return "pi_" + payment;
    }
}
