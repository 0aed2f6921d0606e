package dev.callboard.kiosk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import java.util.Map;

import com.google.zxing.EncodeHintType;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A QR code (ISO/IEC 18004) of a link, drawn as one path so that it stays sharp at any size. */
final class ScanCode extends StackPane {
    private static final double SIDE = 280;

    ScanCode(String link) {
        getStyleClass().add("scan-code");
        BitMatrix cells = cells(link);
        SVGPath path = new SVGPath();
        path.setContent(content(cells));
        double scale = SIDE / cells.getWidth();
        path.setScaleX(scale);
        path.setScaleY(scale);
        path.getStyleClass().add("cells");
        getChildren().add(new javafx.scene.Group(path));
        setAccessibleText(link);
    }

    private static BitMatrix cells(String link) {
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("A link that fits into no code: " + link.length() + " letters",
                    tooLong);
        }
    }

    private static String content(BitMatrix cells) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                if (cells.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
