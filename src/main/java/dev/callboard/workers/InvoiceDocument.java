package dev.callboard.workers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderLine;

/** The invoice as PDF, A4, with as many pages as the lines need. */
public final class InvoiceDocument {
    private static final float LEFT = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 72;
    private static final float BOTTOM = 72;
    private static final float LINE = 18;
    private static final int LONGEST_NAME = 48;

    private final ZoneId zone;
    private final Locale locale;
    private final NumberFormat money;

    /** How the shop writes times and money. */
    public InvoiceDocument(ZoneId zone, Locale locale, Currency currency) {
        this.zone = zone;
        this.locale = locale;
        this.money = NumberFormat.getCurrencyInstance(locale);
        this.money.setCurrency(currency);
    }

    /** Renders the invoice of an order under its number. */
    public byte[] render(long number, Order order) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Invoice " + number);
            Writer writer = new Writer(document);
            writer.title("Invoice " + number);
            writer.row("Order " + order.number(), DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale).withZone(zone).format(order.createdAt()));
            writer.row("Customer " + order.customer(), "");
            writer.gap();
            for (OrderLine line : order.lines()) {
                writer.row(line.quantity() + " × " + name(line) + "   " + money(line.price()),
                        money(line.price().multiply(java.math.BigDecimal.valueOf(line.quantity()))));
            }
            writer.gap();
            writer.row("Total", money(order.total()));
            writer.close();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("The invoice of order " + order.number() + " could not be rendered",
                    failure);
        }
    }

    private String money(java.math.BigDecimal amount) {
        synchronized (money) {
            return money.format(amount);
        }
    }

    private static String name(OrderLine line) {
        String name = line.product().isBlank() ? line.sku() : line.product() + " (" + line.sku() + ")";
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** Writes lines down the page and turns it where it is full. */
    private static final class Writer implements AutoCloseable {
        private final PDDocument document;
        private final PDFont font;
        private final PDFont bold;
        private PDPageContentStream page;
        private float y;

        Writer(PDDocument document) throws IOException {
            this.document = document;
            this.font = font(document, "CallboardSans-Regular");
            this.bold = font(document, "CallboardSans-Bold");
            turn();
        }

        void title(String text) throws IOException {
            write(bold, 20, LEFT, text);
            y -= 2 * LINE;
        }

        void row(String left, String right) throws IOException {
            if (y < BOTTOM) {
                turn();
            }
            write(font, 10, LEFT, left);
            write(font, 10, RIGHT - font.getStringWidth(printable(right)) / 1000 * 10, right);
            y -= LINE;
        }

        void gap() {
            y -= LINE;
        }

        private void write(PDFont face, float size, float x, String text) throws IOException {
            page.beginText();
            page.setFont(face, size);
            page.newLineAtOffset(x, y);
            page.showText(printable(text));
            page.endText();
        }

        /** What the faces cannot show becomes a question mark; an invoice never fails for a letter. */
        private String printable(String text) {
            StringBuilder printable = new StringBuilder();
            text.codePoints().forEach(point -> {
                try {
                    font.encode(new String(Character.toChars(point)));
                    printable.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
                } catch (IOException | IllegalArgumentException unknownLetter) {
                    printable.append('?');
                }
            });
            return printable.toString();
        }

        private void turn() throws IOException {
            if (page != null) {
                page.close();
            }
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = TOP;
        }

        private static PDFont font(PDDocument document, String face) throws IOException {
            try (InputStream file = InvoiceDocument.class.getResourceAsStream("/fonts/" + face + ".ttf")) {
                return PDType0Font.load(document, file, true);
            }
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
