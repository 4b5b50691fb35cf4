package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says anything at all to the service, also what no client would. */
public final class RawSocket {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int AFTERTHOUGHT_MILLIS = 150;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ([0-9]+)\r\n");

    private RawSocket() {}

    /** One answer, and whatever follows it shortly. */
    public static String exchange(int port, String request) {
        return exchange(port, request.getBytes(ISO_8859_1));
    }

    public static String exchange(int port, byte[] request) {
        return heard(port, request, answer -> isComplete(answer, request[0] == 'H'));
    }

    /** Everything, however long it takes to come, until the service ends the connection as it was asked to. */
    public static String untilItCloses(int port, String request) {
        return heard(port, request.getBytes(ISO_8859_1), answer -> false);
    }

    private static String heard(int port, byte[] request, Predicate<String> enough) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var answer = new ByteArrayOutputStream();
            try {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                var in = socket.getInputStream();
                for (var octet = in.read(); octet >= 0; octet = in.read()) {
                    answer.write(octet);
                    if (enough.test(answer.toString(ISO_8859_1))) {
                        socket.setSoTimeout(AFTERTHOUGHT_MILLIS);
                    }
                }
            } catch (SocketTimeoutException silence) {
                // a connection that is kept alive ends here
            } catch (IOException reset) {
                // the server closed while we were still writing; what it said before that counts
            }
            return answer.toString(ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isComplete(String answer, boolean head) {
        var end = answer.indexOf("\r\n\r\n");
        if (head) {
            return end >= 0;
        }
        var length = LENGTH.matcher(answer);
        return end >= 0 && length.find() && answer.length() >= end + 4 + Integer.parseInt(length.group(1));
    }
}
