package dev.connexions.web.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;

/** An answer as bytes, to be given again. */
final class KeptAnswer {

    private static final int FORMAT = 1;

    private KeptAnswer() {}

    static byte[] write(Answer answer) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeShort(answer.status());
            out.writeUTF(answer.mediaType() == null ? "" : answer.mediaType());
            out.writeShort(answer.headers().size());
            for (var header : answer.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(answer.body().length);
            out.write(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Answer read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("an answer of another format was kept");
            }
            var status = in.readShort();
            var mediaType = in.readUTF();
            var headers = new LinkedHashMap<String, String>();
            for (var left = in.readShort(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            var body = in.readNBytes(in.readInt());
            return Answer.kept(status, mediaType.isEmpty() ? null : mediaType, body, headers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
