package dev.callboard.parts;

import java.util.function.Function;

/**
 * A cell of words, which shows them whole as a tooltip where they may be cut.
 *
 * @param <T> a row
 */
public final class WordsCell<T> extends DrawnCell<T> {
    private static final int WORTH_A_TOOLTIP = 8;

    private final Function<T, String> words;

    public WordsCell(ShownCells cells, Function<T, String> words) {
        super(cells);
        this.words = words;
    }

    @Override
    protected void draw(T row) {
        String text = row == null ? null : words.apply(row);
        setText(text);
        Labels.tip(this, text == null || text.length() < WORTH_A_TOOLTIP ? null : text);
    }
}
