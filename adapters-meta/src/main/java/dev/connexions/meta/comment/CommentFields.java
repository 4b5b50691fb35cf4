package dev.connexions.meta.comment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.comment.Comment;
import dev.connexions.domain.comment.CommentId;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.Members;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a comment, and what comes of it. */
final class CommentFields {

    static final String FIELDS = "id,text,timestamp,username,from,like_count,hidden,parent_id";
    static final String WITH_REPLIES = FIELDS + ",replies{" + FIELDS + "}";

    private CommentFields() {}

    static Comment read(JsonNode body) {
        var parent = body.get("parent_id");
        return new Comment(
                new CommentId(Answers.id(body, "id")),
                Answers.textIfAny(body, "text"),
                Members.momentIfAny(body, "timestamp"),
                author(body),
                Members.countIfAny(body, "like_count"),
                Members.flagIfAny(body, "hidden"),
                parent == null || parent.isNull() ? null : new CommentId(Answers.id(body, "parent_id")),
                replies(body.get("replies")));
    }

    private static Comment.@Nullable Author author(JsonNode body) {
        var from = body.path("from");
        var id = from.has("id") ? Answers.id(from, "id") : null;
        var inside = Answers.textIfAny(from, "username");
        var name = inside == null ? Answers.textIfAny(body, "username") : inside;
        return id == null && name == null ? null : new Comment.Author(id, name);
    }

    private static List<Comment> replies(@Nullable JsonNode list) {
        if (list == null || list.isNull()) {
            return List.of();
        }
        var data = list.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("replies is no list");
        }
        var replies = new ArrayList<Comment>();
        data.forEach(reply -> replies.add(read(reply)));
        return replies;
    }
}
