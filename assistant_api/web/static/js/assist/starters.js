/** Templates to begin with; square brackets are blanks. Each hears, feels, says sorry, mends, and says what comes next. */

/** @type {{id: string, name: string, text: string}[]} */
export const STARTERS = [
  {
    id: "starter-late",
    name: "A late delivery",
    text: `Hello [name],

Your [item] was promised for [day] and still has not reached you. I am sorry. I can see how much you were counting on it for [what it was for].

I have asked [who] where it is, and [what they said]. It will be with you by [day]. I will check that morning and write to you either way.

[your name]`,
  },
  {
    id: "starter-faulty",
    name: "It arrived broken",
    text: `Hello [name],

Thank you for telling us, and for the photo. You opened a new [item] and found [what is wrong with it]. What a disappointment, and I am sorry.

A new one leaves here today and reaches you on [day]. Please keep the broken one until the driver asks for it; you pay nothing for either.

I have also asked our packers how it could leave us like this, so that it does not happen to the next person.

[your name]`,
  },
  {
    id: "starter-refund",
    name: "A refund is on its way",
    text: `Hello [name],

You have waited [how long] for your money, and you had to write to us about it again. I am sorry: we should have been faster.

I have just sent [amount] back to [card or account]. Your bank will show it by [day]. I will check that morning, and if it is held up I will find out why and tell you.

[your name]`,
  },
  {
    id: "starter-ask",
    name: "One question before I can mend it",
    text: `Hello [name],

I have read everything that you wrote: [what happened, in their words]. I am sorry that it has cost you so much time.

To put it right, I need one thing that I cannot see from here: [question]. With that in hand I will [what you will do] and write to you by [time].

[your name]`,
  },
  {
    id: "starter-no",
    name: "A no, and what we can do",
    text: `Hello [name],

I have read why you would like [what they asked for]: [their reason]. I can see how much that would help, and I am sorry that I cannot do it. The reason is this: [the honest reason].

What I can do is [another way], and I can do it [when]. Shall I?

[your name]`,
  },
];
