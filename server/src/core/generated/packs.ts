// Generated from snippets/ by `npm run generate`; edit the files there.
import type { Pack } from '../packs/pack.js';

/** The packs that come with Deskside, by name. */
export const builtinPacks: readonly Pack[] = [
  {
    "name": "essentials",
    "version": "1.0.0",
    "description": "Twenty-five passages for the moments every service desk knows, from a bad day to a kind no.",
    "language": "en",
    "title": "Essentials",
    "licence": "MIT",
    "snippets": [
      {
        "id": "essentials/ask-for-data",
        "title": "Ask for something, with the reason",
        "prefix": [
          "ask-with-reason"
        ],
        "description": "You need a file or a detail. Says what it tells you, where to find it and what to take out first.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "answers": [
          "command-tone",
          "missing-next-step"
        ],
        "body": "Could you send me ${1:the log}? It shows ${2:which step fails}. You'll find it at ${3:Help > Save log}. Please take out ${4:any names or passwords} first."
      },
      {
        "id": "essentials/back-again",
        "title": "You said it was fixed",
        "prefix": [
          "reopened"
        ],
        "description": "A fault is back that we called fixed. Thanks them, reopens the case and names the hour of the next news.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "answers": [
          "premature-closure",
          "vague-timeframe",
          "passive-aggressive",
          "disbelief"
        ],
        "body": "Thank you for telling me it's back, and I'm sorry you had to write again. I've reopened the case with everything in it, and I'll write to you by ${1:16:00} today."
      },
      {
        "id": "essentials/bad-day",
        "title": "A bad day",
        "prefix": [
          "sorry-outage"
        ],
        "description": "Someone lost time or work because of us. Names what it cost them and says what happens now.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "answers": [
          "missing-acknowledgement",
          "hollow-apology",
          "missing-next-step"
        ],
        "body": "I'm sorry ${1:the outage} cost you ${2:your morning}. I have this now, and here's what happens next: ${3:I'll check the backup and write to you by 16:00 today}."
      },
      {
        "id": "essentials/by-design-kindly",
        "title": "It works this way because",
        "prefix": [
          "why-it-works-so"
        ],
        "description": "Something works as intended and still surprised them. Gives the reason and another way to their goal.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "answers": [
          "by-design-dismissal",
          "dead-end-no",
          "arguing"
        ],
        "body": "I can see why that's surprising. It works this way because ${1:two people once overwrote each other's notes}. To get ${2:both versions}, you can ${3:choose “Keep both” when you save}."
      },
      {
        "id": "essentials/cannot-see-it-yet",
        "title": "I have not seen it here yet",
        "prefix": [
          "match-setup"
        ],
        "description": "You cannot reproduce it. Says so without doubting them, and asks for the one detail that helps.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "answers": [
          "works-for-me",
          "disbelief"
        ],
        "body": "I haven't been able to make it happen here yet. Could you tell me ${1:which version you see under Help > About}? Then I can match your set-up and look at the same thing you do."
      },
      {
        "id": "essentials/closing-without-answer",
        "title": "Closing without an answer",
        "prefix": [
          "close-unless"
        ],
        "description": "They went quiet. Says when you close, and that one reply brings everything back.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "answers": [
          "premature-closure",
          "passive-aggressive"
        ],
        "body": "We last spoke on ${1:Monday}, so I'll close this on ${2:Friday}. If you still need it, reply to this message at any time: that reopens it with everything in it."
      },
      {
        "id": "essentials/confirm-before-closing",
        "title": "Check before closing",
        "prefix": [
          "does-it-work"
        ],
        "description": "A fix is live. Asks them to check the thing they wrote about, and keeps the case open until they have.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "answers": [
          "premature-closure",
          "works-for-me",
          "missing-next-step"
        ],
        "body": "The fix went live at ${1:14:02}. Could you check that ${2:the report opens}? I'll leave the ticket open until you've told me."
      },
      {
        "id": "essentials/delay",
        "title": "Sorry for the wait",
        "prefix": [
          "sorry-wait"
        ],
        "description": "A message lay about too long. Names the wait, takes it over, and gives a time.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "answers": [
          "vague-timeframe",
          "hollow-apology",
          "internal-laundry",
          "missing-acknowledgement"
        ],
        "body": "I'm sorry this waited since ${1:Monday}. I have it now, and you'll hear from me by ${2:noon tomorrow}."
      },
      {
        "id": "essentials/dont-know-yet",
        "title": "I do not know yet",
        "prefix": [
          "dont-know-yet"
        ],
        "description": "You have no answer yet. Names whom you asked and when they hear from you in any case.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "answers": [
          "dead-end-no",
          "vague-timeframe",
          "missing-next-step"
        ],
        "body": "I don't have the answer yet. I've asked ${1:our network team}, and I'll write to you by ${2:noon tomorrow}, even if I'm still waiting."
      },
      {
        "id": "essentials/feature-request",
        "title": "A wish we cannot grant today",
        "prefix": [
          "add-my-vote"
        ],
        "description": "They ask for something that does not exist. Says so, and what becomes of the wish.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "answers": [
          "dead-end-no",
          "by-design-dismissal",
          "overpromise",
          "canned-filler"
        ],
        "body": "There isn't a way to do that today. I've added your vote to the request, with the reason you gave: ${1:you check the stock from the van}. What works now is ${2:the stock page in the phone's browser}."
      },
      {
        "id": "essentials/fixed-with-cause",
        "title": "Fixed, and why it broke",
        "prefix": [
          "fixed-cause"
        ],
        "description": "The fault is mended. Gives the cause, what keeps it away, and a way to check.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "answers": [
          "band-aid-fix",
          "premature-closure",
          "overpromise"
        ],
        "body": "It's working again. The cause was ${1:a certificate that ran out on Sunday}, and we've ${2:added an alarm that goes off two weeks before} so that we notice first next time. Could you check that ${3:your mail comes in}?"
      },
      {
        "id": "essentials/kb-how-to",
        "title": "Article, how to",
        "prefix": [
          "kb-howto"
        ],
        "description": "Skeleton of a how-to article, from the title in the reader’s words to the way out at the end.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "answers": [
          "kb-unnumbered-steps",
          "kb-missing-prerequisites",
          "kb-missing-expected-result",
          "kb-missing-help-path",
          "kb-title"
        ],
        "body": "# ${1:Change the email address on your account}\n\nApplies to: ${2:all plans, in the web app and on phones}\n\n## Before you begin\n\nYou need ${3:your password and access to the new mailbox}.\n\n## Steps\n\n1. ${4:Open **Settings**, then **Account**.}\n2. ${5:Choose **Change email** and enter the new address.}\n3. ${6:Open the message we send there and choose **Confirm**.}\n\n## What you should see\n\n${7:The new address stands at the top of the Account page.}\n\n## Still not working?\n\nWrite to ${8:help@example.com} with ${9:the message you see}. We answer within ${10:one working day}.\n\n## Related\n\n- ${11:[Sign in when you've lost your phone](https://example.com/help/lost-phone)}"
      },
      {
        "id": "essentials/kb-troubleshooting",
        "title": "Article, troubleshooting",
        "prefix": [
          "kb-trouble"
        ],
        "description": "Skeleton of a troubleshooting article, with the exact message, the cause, the way out and a check.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "answers": [
          "kb-title",
          "kb-unnumbered-steps",
          "kb-missing-expected-result",
          "kb-missing-help-path",
          "kb-case-specific"
        ],
        "body": "# ${1:“Mailbox full” when you send a message}\n\n## Issue\n\n${2:Messages stay in the outbox, and the app shows “Mailbox full”.}\n\n## Environment\n\n${3:The mail app for phones, version 5 and later.}\n\n## Cause\n\n${4:Deleted messages count towards the limit until the bin is emptied.}\n\n## Resolution\n\n1. ${5:Open **Folders**, then **Bin**.}\n2. ${6:Choose **Empty bin**.}\n3. ${7:Send the message again.}\n\n## How to check\n\n${8:The message leaves the outbox within a minute.}\n\n## Still not working?\n\nWrite to ${9:help@example.com} with ${10:the app version and the size shown under Settings > Storage}. We answer within ${11:one working day}."
      },
      {
        "id": "essentials/never-the-password",
        "title": "No need for a password",
        "prefix": [
          "no-password"
        ],
        "description": "Someone sent or offers a password, or you were about to ask for one. Gives a safe way instead.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "answers": [
          "asks-for-secret",
          "sensitive-data"
        ],
        "body": "You don't need to send me your password. ${1:I've sent a reset link to the address on your account, and it works until noon tomorrow.}"
      },
      {
        "id": "essentials/no-but",
        "title": "No, but",
        "prefix": [
          "cant-but-can"
        ],
        "description": "You have to say no. Says it in half a sentence and offers what you can do.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "answers": [
          "dead-end-no",
          "policy-shield",
          "by-design-dismissal"
        ],
        "body": "I can't ${1:merge the two accounts}, but I can ${2:move your orders into the newer one} today. Shall I?"
      },
      {
        "id": "essentials/no-news",
        "title": "No news yet",
        "prefix": [
          "no-news"
        ],
        "description": "You promised an update and have nothing. Sends one all the same, with the time of the next.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "answers": [
          "vague-timeframe",
          "missing-next-step"
        ],
        "body": "Nothing new yet: ${1:the lab test is still running}. My next update is ${2:tomorrow at 16:00}, whatever I know by then."
      },
      {
        "id": "essentials/not-daft",
        "title": "An easy thing to miss",
        "prefix": [
          "easy-to-miss"
        ],
        "description": "Someone took a wrong turn and fears they look silly. Puts it down to the screen, and shows the way.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "answers": [
          "blame-language",
          "condescension",
          "minimising-language",
          "arguing"
        ],
        "body": "The two ${1:buttons} look alike, so this is easy to miss. ${2:The one you need is on the left, next to the search box}."
      },
      {
        "id": "essentials/our-mistake",
        "title": "Our mistake",
        "prefix": [
          "our-mistake"
        ],
        "description": "We got it wrong. Says what happened, what is put right and what changes for the next person.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "answers": [
          "hollow-apology",
          "internal-laundry",
          "buck-passing",
          "band-aid-fix"
        ],
        "body": "That was our mistake, and I'm sorry: ${1:we charged the old price}. I've ${2:refunded the 12 euros today}, and we've changed ${3:the price list our tills read} so that it doesn't catch the next person."
      },
      {
        "id": "essentials/policy-with-reason",
        "title": "A rule, with its reason",
        "prefix": [
          "because-we"
        ],
        "description": "A rule stands in the way. Gives the reason instead of the rule.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "answers": [
          "policy-shield",
          "command-tone"
        ],
        "body": "We ask for ${1:a photo ID} so that ${2:nobody else can change your email address}. ${3:You can show it in a two-minute video call, today until 18:00.}"
      },
      {
        "id": "essentials/restate",
        "title": "Thank and restate",
        "prefix": [
          "got-it-right"
        ],
        "description": "Shows that you read the message, in one line, before you answer it.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "answers": [
          "missing-acknowledgement",
          "canned-filler"
        ],
        "body": "Thanks for the ${1:screenshot}. If I read it right, ${2:the total is missing on page 2}. Have I got that right?"
      },
      {
        "id": "essentials/third-party",
        "title": "The fault is elsewhere",
        "prefix": [
          "third-party"
        ],
        "description": "Another company has to mend it. You carry the case there and bring back the answer.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "answers": [
          "buck-passing",
          "cold-referral"
        ],
        "body": "The fault is at ${1:the mail host}. I've opened a case with them (${2:reference 88213}) and will tell you what they say by ${3:17:00 today}. There's nothing you need to do until then."
      },
      {
        "id": "essentials/warm-handoff",
        "title": "Hand over warmly",
        "prefix": [
          "hand-over"
        ],
        "description": "Somebody else will take over. Names them, says what they know already and when they get in touch.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "answers": [
          "cold-referral",
          "buck-passing",
          "missing-next-step",
          "vague-timeframe"
        ],
        "body": "${1:Ana} from ${2:Billing} looks after this. I've sent ${3|them,her,him|} your message and ${4:order number}, so you won't need to repeat anything. ${1:Ana} will ${5:call you tomorrow between 9:00 and 11:00}."
      },
      {
        "id": "essentials/workaround",
        "title": "A way round, until the fix",
        "prefix": [
          "until-fix"
        ],
        "description": "The fix takes time. Gives its date and something that works until then.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "answers": [
          "by-design-dismissal",
          "dead-end-no",
          "vague-timeframe"
        ],
        "body": "Until the fix on ${1:12 June}, you can ${2:export the list month by month}. It takes ${3:about a minute a month}, and I'll write to you when the fix is in."
      },
      {
        "id": "essentials/worked-before",
        "title": "It worked before",
        "prefix": [
          "walk-through"
        ],
        "description": "“It worked yesterday and I changed nothing.” Takes their word for it and looks for the change together.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "answers": [
          "works-for-me",
          "disbelief",
          "arguing"
        ],
        "body": "Let's walk through it together and find out what changed. When did it last work, and what did you see the first time it didn't?"
      },
      {
        "id": "essentials/your-side",
        "title": "You were right to expect it",
        "prefix": [
          "right-to-expect"
        ],
        "description": "Someone is angry and blames us, with reason. Agrees, owns the error and says what is done already.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "answers": [
          "arguing",
          "blame-language",
          "passive-aggressive",
          "hollow-apology"
        ],
        "body": "You're right to expect ${1:a delivery on the day we gave you}. We ${2:sent you the wrong date}, and I'm sorry. I've ${3:booked the first van tomorrow, between 8:00 and 10:00}."
      }
    ]
  }
];
