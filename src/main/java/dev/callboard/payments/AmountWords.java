package dev.callboard.payments;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts in what is told to people of any language: by the code of the currency, for example {@code EUR 94.40}. */
record AmountWords(Currency currency) {

    String of(BigDecimal amount) {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }
}
