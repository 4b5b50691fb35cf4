package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Says anything at all to the service, also what no client would. */
public final class RawSocket {

    private RawSocket() {}

    /** Everything that comes back within a second of silence, or before the end. */
    public static String exchange(int port, String request) {
        return exchange(port, request.getBytes(ISO_8859_1));
    }

    public static String exchange(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                var in = socket.getInputStream();
                for (var octet = in.read(); octet >= 0; octet = in.read()) {
                    answer.write(octet);
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
}
