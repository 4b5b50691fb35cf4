package dev.connexions.meta.sandbox.wrong;

import dev.connexions.meta.wrong.PartOfTheClient;

public record WrongSandbox(PartOfTheClient borrowed) {}
