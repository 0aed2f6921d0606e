package dev.callboard.payments;

import dev.callboard.refusals.Unavailable;

/** Stands where no provider is set up. */
final class NoProvider implements PaymentProvider {

    @Override
    public boolean isSetUp() {
        return false;
    }

    @Override
    public Intent start(Charge charge) {
        throw notSetUp();
    }

    @Override
    public Ending cancel(String intent) {
        throw notSetUp();
    }

    @Override
    public String refund(Reimbursement refund) {
        throw notSetUp();
    }

    @Override
    public boolean answers() {
        return false;
    }

    private static Unavailable notSetUp() {
        return new Unavailable(Unavailable.Service.PROVIDER,
                "Card payments are not set up: the setting stripe.key is missing.", null);
    }
}
