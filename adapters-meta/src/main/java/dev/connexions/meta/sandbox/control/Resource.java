package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import java.util.List;

/** A part of the control API. */
interface Resource {

    /** @param below the segments of the path below the resource's own */
    Answer answer(Call call, List<String> below);
}
