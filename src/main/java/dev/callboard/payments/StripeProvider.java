package dev.callboard.payments;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;

import dev.callboard.refusals.Unavailable;

/** Stripe, by payment intents. The payment's id is the idempotency key and stands in the intent's metadata. */
public final class StripeProvider implements PaymentProvider {
    /** Currencies that Stripe counts in hundredths though they have none. */
    private static final Set<String> HUNDREDTHS_ALL_THE_SAME = Set.of("ISK", "UGX");
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 8_000;
    private static final int GLANCE_MILLIS = 1_000;
    private static final long GLANCE_COUNTS_NANOS = 10_000_000_000L;

    private final StripeClient client;
    private final URI server;
    private final Currency currency;
    private volatile Glance glance = new Glance(false, System.nanoTime() - GLANCE_COUNTS_NANOS);

    /** Whether Stripe answered, and when that was asked. */
    private record Glance(boolean answered, long at) {}

    /** @param key the secret key; never logged @param server Stripe's API, or a double of it */
    public StripeProvider(String key, URI server, Currency currency) {
        this.server = server;
        this.currency = currency;
        this.client = StripeClient.builder().setApiKey(key).setApiBase(server.toString().replaceAll("/+$", ""))
                .setConnectTimeout(CONNECT_MILLIS).setReadTimeout(READ_MILLIS).setMaxNetworkRetries(1).build();
    }

    @Override
    public Intent start(Charge charge) {
        PaymentIntentCreateParams wish = PaymentIntentCreateParams.builder().setAmount(smallestUnits(charge.amount()))
                .setCurrency(currency.getCurrencyCode().toLowerCase(Locale.ROOT))
                .setDescription("Order " + charge.orderNumber())
                .setAutomaticPaymentMethods(
                        PaymentIntentCreateParams.AutomaticPaymentMethods.builder().setEnabled(true).build())
                .putMetadata("payment", charge.payment().toString()).putMetadata("order", charge.order().toString())
                .build();
        try {
            PaymentIntent intent = client.v1().paymentIntents().create(wish, key(charge.payment().toString()));
            return new Intent(intent.getId(), intent.getClientSecret());
        } catch (StripeException failure) {
            throw said(failure);
        }
    }

    @Override
    public Ending cancel(String intent) {
        try {
            client.v1().paymentIntents().cancel(intent);
            return Ending.CANCELLED;
        } catch (StripeException failure) {
            if (!"payment_intent_unexpected_state".equals(failure.getCode())) {
                throw said(failure);
            }
        }
        try {
            return switch (client.v1().paymentIntents().retrieve(intent).getStatus()) {
                case "succeeded" -> Ending.SUCCEEDED;
                case "canceled" -> Ending.CANCELLED;
                default -> Ending.UNDECIDED;
            };
        } catch (StripeException failure) {
            throw said(failure);
        }
    }

    @Override
    public String refund(Reimbursement refund) {
        try {
            Optional<String> earlier = refund.lookFirst() ? given(refund.intent()) : Optional.empty();
            return earlier.isPresent() ? earlier.get() : give(refund);
        } catch (StripeException failure) {
            throw said(failure);
        }
    }

    private String give(Reimbursement refund) throws StripeException {
        Refund given;
        try {
            given = client.v1().refunds().create(
                    RefundCreateParams.builder().setPaymentIntent(refund.intent())
                            .putMetadata("payment", refund.payment().toString()).build(),
                    key("refund-" + refund.payment()));
        } catch (StripeException failure) {
            if (!"charge_already_refunded".equals(failure.getCode())) {
                throw failure;
            }
            // by somebody at Stripe's own desk, or by us under a key that it has forgotten
            return given(refund.intent()).orElseThrow(() -> said(failure));
        }
        if (isUndone(given)) {
            throw new ProviderRefused("Stripe's refund " + given.getId() + " is " + given.getStatus() + ".", null);
        }
        return given.getId();
    }

    private Optional<String> given(String intent) throws StripeException {
        return client.v1().refunds().list(RefundListParams.builder().setPaymentIntent(intent).build()).getData()
                .stream().filter(refund -> !isUndone(refund)).map(Refund::getId).findFirst();
    }

    private static boolean isUndone(Refund refund) {
        return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
    }

    /** However often one is asked for it, Stripe is bothered every ten seconds at most. */
    @Override
    public boolean answers() {
        if (System.nanoTime() - glance.at() >= GLANCE_COUNTS_NANOS) {
            glance = new Glance(isThere(), System.nanoTime());
        }
        return glance.answered();
    }

    private boolean isThere() {
        try {
            HttpURLConnection connection = (HttpURLConnection) server.toURL().openConnection();
            connection.setRequestMethod("HEAD");
            connection.setConnectTimeout(GLANCE_MILLIS);
            connection.setReadTimeout(GLANCE_MILLIS);
            boolean answered = connection.getResponseCode() > 0;
            connection.disconnect();
            return answered;
        } catch (IOException silence) {
            return false;
        }
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** The amount in the unit that Stripe counts in: cents, or whole yen. */
    long smallestUnits(BigDecimal amount) {
        int digits = HUNDREDTHS_ALL_THE_SAME.contains(currency.getCurrencyCode()) ? 2
                : Math.max(0, currency.getDefaultFractionDigits());
        return amount.movePointRight(digits).longValueExact();
    }

    /** A definite no, or nothing that one could rely on: no answer, a fault there, too many calls, a wrong key. */
    private static RuntimeException said(StripeException failure) {
        int status = failure.getStatusCode() == null ? 0 : failure.getStatusCode();
        String message = firstLine(failure);
        return switch (status) {
            case 400, 402, 404 -> new ProviderRefused("Stripe refused: " + message, failure);
            case 401, 403 -> new Unavailable(Unavailable.Service.PROVIDER,
                    "Stripe does not accept the key of the setting stripe.key.", failure);
            default -> new Unavailable(Unavailable.Service.PROVIDER, "Stripe gave no usable answer: " + message,
                    failure);
        };
    }

    private static String firstLine(StripeException failure) {
        String text = failure.getStripeError() == null ? failure.getMessage() : failure.getStripeError().getMessage();
        String line = String.valueOf(text).lines().findFirst().orElse("no reason given");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
