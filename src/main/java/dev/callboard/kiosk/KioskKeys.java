package dev.callboard.kiosk;

import java.time.Duration;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * What is typed at a kiosk: digits of the PIN while it is asked for, else what a card reader sends, which types without
 * a pause and ends with Enter.
 */
final class KioskKeys {
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(2);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;

    private final KioskModel model;
    private final StringBuilder card = new StringBuilder();
    private long lastNanos;

    KioskKeys(Scene scene, KioskModel model) {
        this.model = model;
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void typed(KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isEmpty() || Character.isISOControl(letter.charAt(0))) {
            return;
        }
        if (model.pageProperty().get() == KioskModel.Page.PIN) {
            if (Character.isDigit(letter.charAt(0))) {
                model.touched();
                model.pin().type(letter.charAt(0));
            }
            return;
        }
        long now = System.nanoTime();
        if (now - lastNanos > BETWEEN_KEYS.toNanos() || card.length() >= LONGEST) {
            card.setLength(0);
        }
        lastNanos = now;
        card.append(letter);
    }

    private void pressed(KeyEvent event) {
        boolean asksPin = model.pageProperty().get() == KioskModel.Page.PIN;
        switch (event.getCode()) {
            case ENTER -> {
                if (asksPin) {
                    event.consume();
                    model.pin().enter();
                } else if (card.length() >= SHORTEST
                        && System.nanoTime() - lastNanos <= BETWEEN_KEYS.toNanos()) {
                    event.consume();
                    model.card(card.toString());
                }
                card.setLength(0);
            }
            case BACK_SPACE -> {
                if (asksPin) {
                    model.pin().erase();
                }
            }
            case ESCAPE -> {
                if (asksPin) {
                    model.back();
                }
            }
            default -> {
                // every other key is no command here
            }
        }
    }
}
