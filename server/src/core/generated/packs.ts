// Generated from snippets/ by `npm run generate`; edit the files there.
import type { Pack } from '../packs/pack.js';

/** The packs that come with Deskside, by name. */
export const builtinPacks: readonly Pack[] = [
  {
    "name": "essentials",
    "version": "1.0.0",
    "description": "Twenty-three passages for the moments every service desk knows, from a bad day to a kind no.",
    "language": "en",
    "title": "Essentials",
    "licence": "MIT",
    "snippets": [
      {
        "id": "essentials/ask-for-data",
        "title": "Ask for something, with the reason",
        "description": "You need a file or a detail. Says what it tells you, where to find it and what to take out first.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "ask-with-reason"
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
        "description": "A fault is back that we called fixed. Thanks them, reopens the case and names the hour of the next news.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "reopened"
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
        "description": "Someone lost time or work because of us. Names what it cost them and says what happens now.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "sorry-outage"
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
        "description": "Something works as intended and still surprised them. Gives the reason and another way to their goal.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "why-it-works-so"
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
        "description": "You cannot reproduce it. Says so without doubting them, and asks for the one detail that helps.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "match-setup"
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
        "description": "They went quiet. Says when you close, and that one reply brings everything back.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "close-unless"
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
        "description": "A fix is live. Asks them to check the thing they wrote about, and keeps the case open until they have.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "does-it-work"
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
        "description": "A message lay about too long. Names the wait, takes it over, and gives a time.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "sorry-wait"
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
        "description": "You have no answer yet. Names whom you asked and when they hear from you in any case.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "dont-know-yet"
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
        "description": "They ask for something that does not exist. Says so, and what becomes of the wish.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "add-my-vote"
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
        "description": "The fault is mended. Gives the cause, what keeps it away, and a way to check.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "fixed-cause"
        ],
        "answers": [
          "band-aid-fix",
          "premature-closure",
          "overpromise"
        ],
        "body": "It's working again. The cause was ${1:a certificate that ran out on Sunday}, and we've ${2:added an alarm that goes off two weeks before} so that we notice first next time. Could you check that ${3:your mail comes in}?"
      },
      {
        "id": "essentials/never-the-password",
        "title": "No need for a password",
        "description": "Someone sent or offers a password, or you were about to ask for one. Gives a safe way instead.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "no-password"
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
        "description": "You have to say no. Says it in half a sentence and offers what you can do.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "cant-but-can"
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
        "description": "You promised an update and have nothing. Sends one all the same, with the time of the next.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "no-news"
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
        "description": "Someone took a wrong turn and fears they look silly. Puts it down to the screen, and shows the way.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "easy-to-miss"
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
        "description": "We got it wrong. Says what happened, what is put right and what changes for the next person.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "our-mistake"
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
        "description": "A rule stands in the way. Gives the reason instead of the rule.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "because-we"
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
        "description": "Shows that you read the message, in one line, before you answer it.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "got-it-right"
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
        "description": "Another company has to mend it. You carry the case there and bring back the answer.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "third-party"
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
        "description": "Somebody else will take over. Names them, says what they know already and when they get in touch.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "hand-over"
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
        "description": "The fix takes time. Gives its date and something that works until then.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "until-fix"
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
        "description": "“It worked yesterday and I changed nothing.” Takes their word for it and looks for the change together.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "walk-through"
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
        "description": "Someone is angry and blames us, with reason. Agrees, owns the error and says what is done already.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "prefix": [
          "right-to-expect"
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
  },
  {
    "name": "it-helpdesk",
    "version": "1.0.0",
    "description": "For the help desk of a school, an office or a council: passwords, printers, Wi-Fi, access, rooms, outages and new versions.",
    "language": "en",
    "title": "IT help desk",
    "licence": "MIT",
    "snippets": [
      {
        "id": "it-helpdesk/access/files-of-a-leaver",
        "title": "Files of someone who has left",
        "description": "A team needs the files of a former colleague. Says who agrees first, why, and by when they know.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "former colleague",
          "mailbox",
          "left",
          "handover"
        ],
        "prefix": [
          "it-leaver"
        ],
        "answers": [
          "explain",
          "policy-shield"
        ],
        "body": "${1:Tom's project files} are still here. Private things may lie among them, so ${2:Tom's manager} agrees first; I asked today. You'll have the files, or an answer, by ${3:12:00 on Wednesday}. Is there one file you need sooner?"
      },
      {
        "id": "it-helpdesk/access/granted",
        "title": "Access is open",
        "description": "You gave someone access. Says what to do once, and asks for a check.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "permission",
          "folder",
          "rights",
          "share"
        ],
        "prefix": [
          "it-access-done"
        ],
        "answers": [
          "confirm",
          "premature-closure"
        ],
        "body": "You can open ${1:the Finance folder} now. Please sign out and in once, so that your computer notices. Does it open for you? I'll keep this open until you tell me."
      },
      {
        "id": "it-helpdesk/access/new-colleague",
        "title": "A new colleague",
        "description": "Someone starts soon. Says what will be ready when, and asks what else is needed by when.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "when": [
          "access",
          "deadline"
        ],
        "tags": [
          "starter",
          "onboarding",
          "joiner",
          "laptop",
          "account"
        ],
        "prefix": [
          "it-starter"
        ],
        "answers": [
          "commit"
        ],
        "body": "Everything for ${1:Priya} will be ready on ${2:Monday at 9:00}: ${3:a laptop, an account and a phone}. ${4:Sam} brings it to ${5:room 114} and helps with the first sign-in. Is there anything else ${1:Priya} needs on the first day? If you tell me by ${6:Thursday}, it will be there too."
      },
      {
        "id": "it-helpdesk/access/not-all-but-this",
        "title": "Not all of it, but this",
        "description": "They ask for more access than you can give. Gives the reason, and what you can do today.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "permission",
          "refuse",
          "admin rights"
        ],
        "prefix": [
          "it-access-no"
        ],
        "answers": [
          "explain",
          "dead-end-no",
          "policy-shield"
        ],
        "body": "I can't open ${1:the whole personnel drive} for you, because ${2:it also holds what everyone here earns}. What I can do today is ${3:put a copy of the form into your own folder}. Would that get you where you want to go?"
      },
      {
        "id": "it-helpdesk/access/somebody-must-agree",
        "title": "Access that someone must agree to",
        "description": "The owner of something decides. Says who, that you have asked, and when they hear from you.",
        "moment": "handing over",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "permission",
          "approval",
          "folder",
          "rights"
        ],
        "prefix": [
          "it-approval"
        ],
        "answers": [
          "hand-over",
          "policy-shield",
          "buck-passing",
          "cold-referral"
        ],
        "body": "${1:Maria Okafor} looks after ${2:the Finance folder} and decides who opens it. I've asked ${3|her,him,them|} today and said what you need it for. You'll hear from me by ${4:noon tomorrow}, whether there's an answer by then or not."
      },
      {
        "id": "it-helpdesk/devices/loan",
        "title": "Something to work with until then",
        "description": "Someone cannot work without their device. Offers a spare one, with place and time.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "loss",
          "deadline",
          "bug"
        ],
        "tags": [
          "laptop",
          "spare",
          "replacement",
          "broken"
        ],
        "prefix": [
          "it-loan"
        ],
        "answers": [
          "commit"
        ],
        "body": "I can lend you ${1:a laptop} until ${2:yours is back}. It's ready at ${3:the service desk} from ${4:13:00 today}, with your account on it and your files where you expect them."
      },
      {
        "id": "it-helpdesk/devices/look-together",
        "title": "May I look at your screen?",
        "description": "You would like to see it yourself. Says what you see, for how long, and that they can stop it.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "how-to"
        ],
        "tags": [
          "remote",
          "share",
          "screen"
        ],
        "prefix": [
          "it-remote"
        ],
        "answers": [
          "ask",
          "works-for-me"
        ],
        "body": "May I look at your screen with you, for about ${1:ten minutes}? You see everything I do and can stop it at any moment. Please close anything private first. Does ${2:13:30 today} suit you?"
      },
      {
        "id": "it-helpdesk/devices/part-ordered",
        "title": "A part has to come",
        "description": "A repair waits for a part. Says when it comes, when you fit it, and what they use until then.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "repeat-contact"
        ],
        "tags": [
          "laptop",
          "repair",
          "broken",
          "ordered",
          "keyboard",
          "screen"
        ],
        "prefix": [
          "it-part"
        ],
        "answers": [
          "commit"
        ],
        "body": "${1:Your laptop} needs ${2:a new keyboard}. I ordered it today, and it arrives on ${3:Thursday}. I'll fit it ${4:that afternoon, in about an hour}. Until then ${5:a spare laptop} is waiting for you at ${6:the service desk}."
      },
      {
        "id": "it-helpdesk/devices/swap",
        "title": "A new laptop",
        "description": "A device is replaced. Offers a time, says how long it takes and that nothing gets lost.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "laptop",
          "replacement",
          "exchange",
          "computer"
        ],
        "prefix": [
          "it-swap"
        ],
        "answers": [
          "invite"
        ],
        "body": "Your new laptop is here. Could we swap on ${1:Tuesday at 10:00}? It takes ${2:half an hour}, and I'll move your files with you there. I'll keep the old one as it is for ${3:two weeks}, in case something is missing."
      },
      {
        "id": "it-helpdesk/outages/back",
        "title": "It is working again",
        "description": "An outage is over. Gives the cause, what is lost or not, and what keeps it away.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage",
          "repeat-contact"
        ],
        "tags": [
          "solved",
          "restored",
          "server",
          "network",
          "mail"
        ],
        "prefix": [
          "it-up"
        ],
        "answers": [
          "explain",
          "band-aid-fix",
          "premature-closure"
        ],
        "body": "${1:Mail} has worked again since ${2:11:40}. Nothing is lost: ${3:what was sent to you meanwhile has come in}. The cause was ${4:a full disk}, and we've ${5:set an alarm that goes off a week before that}. If anything still looks odd, reply here and I'll look at it ${6:today}."
      },
      {
        "id": "it-helpdesk/outages/lost-work",
        "title": "Work was lost",
        "description": "Someone lost what they had written. Says what it cost them, what is left, and looks together.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "loss",
          "outage"
        ],
        "tags": [
          "file",
          "gone",
          "deleted",
          "backup",
          "restore",
          "crash"
        ],
        "prefix": [
          "it-lost-work"
        ],
        "answers": [
          "acknowledge",
          "missing-acknowledgement",
          "hollow-apology",
          "blame-language"
        ],
        "body": "I'm sorry that ${1:the crash} took ${2:a morning of your work}. The last copy we have is from ${3:8:00 today}, and I've put it into ${4:your Documents folder}. Shall we look together at what's missing? I have time for you ${5:at 13:00}."
      },
      {
        "id": "it-helpdesk/outages/we-know",
        "title": "It is down, and we know",
        "description": "Many are cut off. Says since when, that nothing is up to them, and the time of the next news.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage"
        ],
        "tags": [
          "down",
          "unavailable",
          "server",
          "network",
          "mail"
        ],
        "prefix": [
          "it-down"
        ],
        "answers": [
          "acknowledge",
          "missing-acknowledgement",
          "vague-timeframe"
        ],
        "body": "${1:Mail} hasn't worked for ${2:anyone in the building} since ${3:9:10}, and I'm sorry: I know ${4:the morning is a bad time for it}. The fault is on our side, and there's nothing you need to do. ${5:Three of us} are on it. You'll hear from me at ${6:10:00}, even if there's little to tell."
      },
      {
        "id": "it-helpdesk/passwords/locked",
        "title": "An account that locked itself",
        "description": "Too many tries locked an account. Says why it does that, that it is open again, and with which password.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "password",
          "locked out",
          "sign in",
          "blocked"
        ],
        "prefix": [
          "it-locked"
        ],
        "answers": [
          "explain"
        ],
        "body": "Your account locks itself after ${1:five tries}, so that nobody can guess their way in. I've opened it again. You can sign in now with ${2:the password you had yesterday}. If it still says no, ring ${3:extension 4100}, and we'll look at it together straight away."
      },
      {
        "id": "it-helpdesk/passwords/make-sure-it-is-you",
        "title": "Making sure that it is you",
        "description": "You must know who asks before you change anything. Gives the reason and the shortest way.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "identity",
          "verify",
          "proof",
          "security"
        ],
        "prefix": [
          "it-who-asks"
        ],
        "answers": [
          "ask",
          "policy-shield"
        ],
        "body": "Before I change ${1:a password}, I make sure who is asking, so that nobody can write in your name. Could ${2:your team lead} send me one line to say it's you? I'll do it within ${3:ten minutes} of that."
      },
      {
        "id": "it-helpdesk/passwords/new-phone",
        "title": "A new phone without the sign-in codes",
        "description": "The codes stayed on the old phone. Says that nothing is wrong, and offers a call with a time.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "code",
          "authenticator",
          "two-step",
          "mobile",
          "lost phone"
        ],
        "prefix": [
          "it-new-phone"
        ],
        "answers": [
          "instruct"
        ],
        "body": "The sign-in codes don't move to a new phone by themselves, so this happens to nearly everyone. I can set them up with you in a call of ${1:five minutes}. Does ${2:14:00 today} suit you? Until then, ${3:a code by text message} gets you in."
      },
      {
        "id": "it-helpdesk/passwords/reset-link",
        "title": "A new password",
        "description": "Someone cannot sign in. Sends a reset link, says how long it works, and keeps the password theirs.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "password",
          "sign in",
          "forgotten",
          "login"
        ],
        "prefix": [
          "it-reset"
        ],
        "answers": [
          "asks-for-secret",
          "sensitive-data"
        ],
        "body": "I've sent a reset link to ${1:the address on your account}. It works until ${2:noon tomorrow}. It lets you choose a new password, which you never need to tell anyone, us included."
      },
      {
        "id": "it-helpdesk/passwords/suspicious-message",
        "title": "A suspicious message",
        "description": "Someone sent you a doubtful mail. Thanks them, says what it is, and helps those who typed something in.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "access",
          "thanks"
        ],
        "tags": [
          "phishing",
          "spam",
          "scam",
          "fake mail",
          "virus"
        ],
        "prefix": [
          "it-phishing"
        ],
        "answers": [
          "thank"
        ],
        "body": "Thank you for sending this on. It's ${1:a fake}, and we've ${2:blocked the sender for everyone} today. If you typed your password there, please ring ${3:extension 4100} now, and we'll change it together. If you didn't, you can delete the message, and all is well."
      },
      {
        "id": "it-helpdesk/printers/queue-cleared",
        "title": "Pages that were stuck",
        "description": "Pages waited behind another job. Says what blocked them, and asks for a check.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "repeat-contact"
        ],
        "tags": [
          "print",
          "queue",
          "stuck"
        ],
        "prefix": [
          "it-print-queue"
        ],
        "answers": [
          "confirm"
        ],
        "body": "A very large document was blocking the printer, and I've moved it out of the way. Your pages are coming out ${1:now}. Could you check that all ${2:twelve} are there? Large documents go to ${3:the printer in the copy room} from today, so that they don't block this one again."
      },
      {
        "id": "it-helpdesk/printers/toner",
        "title": "Ink or paper on its way",
        "description": "A printer is out of something. Says who brings it by when, and where to print until then.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "how-to"
        ],
        "tags": [
          "print",
          "toner",
          "cartridge",
          "paper"
        ],
        "prefix": [
          "it-toner"
        ],
        "answers": [
          "commit"
        ],
        "body": "The printer ${1:by the kitchen} is out of ${2:black toner}. ${3:Sam} brings a new one by ${4:11:00 today}. Until then you can print ${5:in room 210}."
      },
      {
        "id": "it-helpdesk/printers/what-does-it-say",
        "title": "A printer that does not print",
        "description": "A printer is down. Asks for the one thing that helps, and names another printer.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "deadline"
        ],
        "tags": [
          "print",
          "paper",
          "document"
        ],
        "prefix": [
          "it-printer"
        ],
        "answers": [
          "ask"
        ],
        "body": "Could you tell me what ${1:the small screen on the printer} says? It shows whether ${2:paper, ink or the network} is missing. If you need your pages now, ${3:the printer on the second floor} works, and your card gets them out there too. I'll look at yours ${4:before 11:00}."
      },
      {
        "id": "it-helpdesk/rollouts/looks-different",
        "title": "It looks different today",
        "description": "A new version moved things. Says where they are now, and offers a short tour.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to",
          "complaint"
        ],
        "tags": [
          "update",
          "new version",
          "changed",
          "upgrade"
        ],
        "prefix": [
          "it-new-look"
        ],
        "answers": [
          "explain",
          "by-design-dismissal"
        ],
        "body": "${1:Your mail} got a new look last night, and some things moved. All you had is there: ${2:your folders are behind the three lines at the top left}. I can show you round in ${3:ten minutes}, ${4:today at 15:00 or tomorrow at 9:30}. Would either suit you?"
      },
      {
        "id": "it-helpdesk/rollouts/planned",
        "title": "A planned interruption",
        "description": "Something will be off for a while. Says when, what works and what does not, and what to do if it is a bad time.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to",
          "deadline"
        ],
        "tags": [
          "maintenance",
          "downtime",
          "update",
          "announcement"
        ],
        "prefix": [
          "it-planned"
        ],
        "answers": [
          "commit"
        ],
        "body": "On ${1:Saturday 14 June, from 7:00 to 9:00}, we move ${2:our shared folders to newer machines}. You can't open ${3:them} during that time; everything else works as always. If that's a bad morning for you, tell me by ${4:Wednesday}, and we'll find a way round it together."
      },
      {
        "id": "it-helpdesk/rooms/no-sound",
        "title": "No sound in a meeting room",
        "description": "A meeting has a picture and no sound. Gives three steps, and a number to ring.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "how-to",
          "deadline"
        ],
        "tags": [
          "speaker",
          "audio",
          "microphone",
          "meeting room",
          "call"
        ],
        "prefix": [
          "it-no-sound"
        ],
        "answers": [
          "instruct"
        ],
        "body": "When ${1:a laptop} is plugged in, the sound often goes to the wrong speaker, and the screen gives no sign of it. This brings it back:\n\n1. In the call, open **${2:Audio settings}**.\n2. Under **${3:Speaker}**, choose **${4:Room}**.\n3. Choose **${5:Test}**. You should hear a bell.\n\nIf there's no bell, ring ${6:extension 4100}, and one of us comes over."
      },
      {
        "id": "it-helpdesk/rooms/on-my-way",
        "title": "A room where the lesson has begun",
        "description": "A class or a meeting is waiting. Says who comes, in how many minutes, and one thing to try.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage",
          "deadline"
        ],
        "tags": [
          "projector",
          "classroom",
          "meeting room",
          "screen",
          "picture",
          "beamer"
        ],
        "prefix": [
          "it-room-now"
        ],
        "answers": [
          "commit"
        ],
        "body": "I'm on my way to ${1:room 12} and will be there in ${2:five minutes}. If you'd like to try something meanwhile: ${3:the second cable on the lectern} often brings the picture back. If it does, send me one word and I'll turn round."
      },
      {
        "id": "it-helpdesk/rooms/try-it-before",
        "title": "Trying a room before the day",
        "description": "Someone has an important event. Offers to try everything together, with a time.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "deadline",
          "how-to"
        ],
        "tags": [
          "projector",
          "classroom",
          "meeting room",
          "event",
          "hybrid"
        ],
        "prefix": [
          "it-rehearse"
        ],
        "answers": [
          "invite"
        ],
        "body": "Shall we try ${1:the hall} together before ${2:Thursday}? I'm free ${3:on Wednesday at 16:00}, and it takes ${4:15 minutes}. On the day I'll stay for the first ${5:ten minutes}, so that you can start in peace."
      },
      {
        "id": "it-helpdesk/wifi/own-device",
        "title": "A phone or tablet on the Wi-Fi",
        "description": "Someone wants a device on the network. Gives the steps, what they will see, and a way out.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "wireless",
          "tablet",
          "mobile",
          "connect",
          "certificate"
        ],
        "prefix": [
          "it-device"
        ],
        "answers": [
          "instruct"
        ],
        "body": "Here is how ${1:your tablet} gets onto the network:\n\n1. In its Wi-Fi settings, choose **${2:Staff}**.\n2. Enter your work address and the password you use for mail.\n3. If it asks whether you trust ${3:wifi.example.org}, choose **${4:Trust}**: that's us.\n\nYou'll see a tick next to ${2:Staff}. If you don't, bring it to ${5:the service desk} until ${6:17:00}, and we'll do it together."
      },
      {
        "id": "it-helpdesk/wifi/visitor",
        "title": "Wi-Fi for a visitor",
        "description": "A guest needs the internet. Says from when to when, and where the code is.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to",
          "access"
        ],
        "tags": [
          "guest",
          "wireless",
          "network",
          "internet"
        ],
        "prefix": [
          "it-guest-wifi"
        ],
        "answers": [
          "instruct"
        ],
        "body": "Your visitor can use the network called ${1:Guest} from ${2:8:00 to 18:00 on Tuesday}. ${3:The front desk} has a slip with the code. It reaches the internet, but none of our own files."
      },
      {
        "id": "it-helpdesk/wifi/which-room",
        "title": "Wi-Fi that drops or crawls",
        "description": "The Wi-Fi is slow or drops. Asks where and when, and says what you do with the answer.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug"
        ],
        "tags": [
          "wireless",
          "network",
          "internet",
          "slow",
          "connection"
        ],
        "prefix": [
          "it-wifi"
        ],
        "answers": [
          "ask"
        ],
        "body": "Could you tell me in which room it happens, and roughly when it last did? With both I can see ${1:which of our transmitters you were on} and what went wrong there. I'll look today and write to you by ${2:17:00}. Until then, ${3:the cable under your desk} is the steadier way."
      }
    ]
  },
  {
    "name": "kb",
    "version": "1.0.0",
    "description": "Skeletons of articles, and the passages that a good one has: what you need, what you should see, and who helps.",
    "language": "en",
    "title": "Knowledge base",
    "licence": "MIT",
    "snippets": [
      {
        "id": "kb/articles/faq",
        "title": "Article, questions and answers",
        "description": "Skeleton for questions in the reader’s own words, each answered in its first sentence.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "skeleton",
          "FAQ",
          "question"
        ],
        "prefix": [
          "kb-faq"
        ],
        "answers": [
          "kb-title",
          "wall-of-text"
        ],
        "body": "# ${1:Questions about invoices}\n\n## ${2:When do you charge my card?}\n\n${3:On the day of the month you signed up.} ${4:If a month is too short for that, on its last day.}\n\n## ${5:Can I have invoices sent to someone else?}\n\n${6:Yes.} ${7:Add the address under **Settings > Billing > Invoices**.}\n\n## ${8:Can I pay once a year?}\n\n${9:Yes, and you save two months.} ${10:Choose **Yearly** under **Settings > Billing**.}\n\n## Another question?\n\nWrite to ${11:help@example.com}. We answer within ${12:one working day}."
      },
      {
        "id": "kb/articles/how-to",
        "title": "Article, how to",
        "description": "Skeleton of a how-to article, from the title in the reader’s words to the way out at the end.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "prefix": [
          "kb-howto"
        ],
        "answers": [
          "kb-unnumbered-steps",
          "kb-title"
        ],
        "body": "# ${1:Change the email address on your account}\n\nApplies to: ${2:all plans, in the web app and on phones}\n\n## Before you begin\n\nYou need ${3:your password and access to the new mailbox}.\n\n## Steps\n\n1. ${4:Open **Settings**, then **Account**.}\n2. ${5:Choose **Change email** and enter the new address.}\n3. ${6:Open the message we send there and choose **Confirm**.}\n\n## What you should see\n\n${7:The new address stands at the top of the Account page.}\n\n## Still not working?\n\nWrite to ${8:help@example.com} with ${9:the message you see}. We answer within ${10:one working day}.\n\n## Related\n\n- ${11:[Sign in when you've lost your phone](https://example.com/help/lost-phone)}"
      },
      {
        "id": "kb/articles/known-issue",
        "title": "Article, known issue",
        "description": "Skeleton for a fault that is not fixed yet, with who meets it, the way round, and where news appears.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "bug",
          "outage"
        ],
        "tags": [
          "skeleton",
          "fault",
          "workaround"
        ],
        "prefix": [
          "kb-known-issue"
        ],
        "answers": [
          "kb-title"
        ],
        "body": "# ${1:Exports stop after 1,000 rows}\n\nLast changed: ${2:12 June}\n\n## What you may see\n\n${3:The export ends early, and the file has exactly 1,000 rows. There is no message.}\n\n## Who meets it\n\n${4:Anyone who exports more than 1,000 rows from the web app. Exports from phones are complete.}\n\n## What works until then\n\n1. ${5:Open **Reports** and choose **Filter**.}\n2. ${6:Choose one month, and export it.}\n3. ${7:Do the same for each month you need.}\n\nYou should get ${8:one file for each month, with every row in it}.\n\n## When it will be fixed\n\n${9:The fix is being tested. We write here by 20 June, in any case.}\n\n## Still stuck?\n\nWrite to ${10:help@example.com} with ${11:the name of the report}. We answer within ${12:one working day}."
      },
      {
        "id": "kb/articles/limits",
        "title": "Article, limits and sizes",
        "description": "Skeleton for a page of limits, with what happens at each of them and what to do then.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "skeleton",
          "reference",
          "quota",
          "size",
          "table"
        ],
        "prefix": [
          "kb-limits"
        ],
        "answers": [
          "kb-title",
          "wall-of-text",
          "dead-end-no"
        ],
        "body": "# ${1:How large files and exports can be}\n\nApplies to: ${2:all plans}\n\n| What | How much | When you reach it |\n| --- | --- | --- |\n| ${3:One file} | ${4:2 GB} | ${5:The upload stops and says so. Split the file in two.} |\n| ${6:All files} | ${7:50 GB} | ${8:You can read and delete, but add nothing new.} |\n| ${9:One export} | ${10:100,000 rows} | ${11:You get several files, numbered.} |\n\nIf you need more, write to ${12:help@example.com} with ${13:the amount and the reason}. We answer within ${14:one working day}."
      },
      {
        "id": "kb/articles/release-note",
        "title": "Article, release note",
        "description": "Skeleton for what is new, told by what people can do now, with what moved and what they need to do.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "feature-request"
        ],
        "tags": [
          "skeleton",
          "release",
          "news",
          "version",
          "update"
        ],
        "prefix": [
          "kb-release"
        ],
        "answers": [
          "kb-title",
          "jargon"
        ],
        "body": "# ${1:What's new in June}\n\n## You can now\n\n- ${2:**Export by month.** Open a report, choose **Export**, then **One month**.}\n- ${3:**Share with people outside your team.** They get a link that works for 14 days.}\n\n## Fixed\n\n- ${4:Exports no longer stop after 1,000 rows.}\n\n## What moved\n\n${5:**Share** stands at the top right now. Before, it was in the menu.}\n\n## What you need to do\n\n${6:Nothing. Everyone has the new version by 20 June.}\n\n## Something not right?\n\nWrite to ${7:help@example.com} with ${8:what you did and what you saw}. We answer within ${9:one working day}."
      },
      {
        "id": "kb/articles/terms",
        "title": "Article, what the words mean",
        "description": "Skeleton for a short glossary, each word explained in words that readers know already.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "skeleton",
          "glossary",
          "definition"
        ],
        "prefix": [
          "kb-words"
        ],
        "answers": [
          "jargon",
          "undefined-acronym",
          "kb-title"
        ],
        "body": "# ${1:Words you meet in the app}\n\n**${2:Workspace}**: ${3:the place that your team shares. Everyone in it sees the same projects.}\n\n**${4:Owner}**: ${5:the person who can invite others and pays the invoice.}\n\n**${6:Archive}**: ${7:puts a project out of sight. Nothing is deleted, and you can bring it back.}\n\nIs a word missing? Write to ${8:help@example.com}, and we'll add it."
      },
      {
        "id": "kb/articles/troubleshooting",
        "title": "Article, troubleshooting",
        "description": "Skeleton of a troubleshooting article, with the exact message, the cause, the way out and a check.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "prefix": [
          "kb-trouble"
        ],
        "answers": [
          "kb-title",
          "kb-unnumbered-steps",
          "kb-case-specific"
        ],
        "body": "# ${1:“Mailbox full” when you send a message}\n\n## Issue\n\n${2:Messages stay in the outbox, and the app shows “Mailbox full”.}\n\n## Environment\n\n${3:The mail app for phones, version 5 and later.}\n\n## Cause\n\n${4:Deleted messages count towards the limit until the bin is emptied.}\n\n## Resolution\n\n1. ${5:Open **Folders**, then **Bin**.}\n2. ${6:Choose **Empty bin**.}\n3. ${7:Send the message again.}\n\n## How to check\n\n${8:The message leaves the outbox within a minute.}\n\n## Still not working?\n\nWrite to ${9:help@example.com} with ${10:the app version and the size shown under Settings > Storage}. We answer within ${11:one working day}."
      },
      {
        "id": "kb/passages/applies-to",
        "title": "Passage, whom it is for",
        "description": "The line under the title that tells readers whether they are in the right place.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "tags": [
          "scope",
          "version",
          "plan"
        ],
        "prefix": [
          "kb-applies"
        ],
        "answers": [
          "kb-missing-prerequisites",
          "kb-case-specific"
        ],
        "body": "This page is for ${1:people on the Team plan}, in ${2:the web app}. ${3:On phones it looks a little different; see [the page for phones](https://example.com/help/phones).}"
      },
      {
        "id": "kb/passages/before-you-begin",
        "title": "Passage, before you begin",
        "description": "What readers need at hand, so that nobody has to stop at step four.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "tags": [
          "prerequisites",
          "requirements",
          "need"
        ],
        "prefix": [
          "kb-before"
        ],
        "answers": [
          "kb-missing-prerequisites"
        ],
        "body": "## Before you begin\n\nYou need:\n\n- ${1:your password}\n- ${2:the phone that gets your sign-in codes}\n- ${3:about five minutes}\n\n${4:Your files stay as they are.}"
      },
      {
        "id": "kb/passages/careful",
        "title": "Passage, careful here",
        "description": "Stands before a step that cannot be undone. Says what is gone, and how to keep it.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "loss"
        ],
        "tags": [
          "warning",
          "danger",
          "delete",
          "undo"
        ],
        "prefix": [
          "kb-careful"
        ],
        "answers": [
          "kb-missing-prerequisites",
          "shouting"
        ],
        "body": "**Before the next step:** it deletes ${1:the project and every file in it}, and that can't be undone. If you'd like to keep ${2:the files}, ${3:[download a copy](https://example.com/help/download) first}."
      },
      {
        "id": "kb/passages/exact-message",
        "title": "Passage, the message you see",
        "description": "Quotes a message word for word, and says in plain words what it means and what to do.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "bug"
        ],
        "tags": [
          "error",
          "code",
          "meaning"
        ],
        "prefix": [
          "kb-message"
        ],
        "answers": [
          "jargon",
          "kb-title"
        ],
        "body": "## ${1:“Token expired”}\n\nThis means that ${2:you signed in more than 30 days ago}. Nothing is broken. ${3:Sign in once more}, and ${4:you're back on the page you came from}."
      },
      {
        "id": "kb/passages/how-long",
        "title": "Passage, how long it takes",
        "description": "Says how long something takes, what happens meanwhile, and from when on it is worth asking.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "duration",
          "wait",
          "time"
        ],
        "prefix": [
          "kb-how-long"
        ],
        "answers": [
          "vague-timeframe",
          "kb-missing-expected-result"
        ],
        "body": "This takes ${1:about ten minutes} for ${2:1,000 rows}. You can ${3:close the page meanwhile: it goes on without you}, and you get ${4:a message when it's done}. If there's none after ${5:an hour}, write to ${6:help@example.com}."
      },
      {
        "id": "kb/passages/moved",
        "title": "Passage, it has moved",
        "description": "Tells people who know the old place where something is now, and from which day.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "complaint"
        ],
        "tags": [
          "changed",
          "update",
          "new place",
          "version"
        ],
        "prefix": [
          "kb-moved"
        ],
        "answers": [
          "by-design-dismissal",
          "kb-missing-expected-result"
        ],
        "body": "Since ${1:12 June}, **${2:Share}** stands ${3:at the top right}. Before, it was ${4:in the menu with the three dots}. It does what it did. ${5:If you still see it in the old place, load the page again.}"
      },
      {
        "id": "kb/passages/picture",
        "title": "Passage, a picture with words",
        "description": "A picture that also helps people who cannot see it, and tells the others where to look.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "screenshot",
          "image",
          "alt text",
          "accessibility"
        ],
        "prefix": [
          "kb-picture"
        ],
        "answers": [
          "missing-alt-text"
        ],
        "body": "![${1:The Account page. “Change email” is the second link on the left.}](${2:change-email.png})\n\n${3:**Change email** is the second link on the left.}"
      },
      {
        "id": "kb/passages/related",
        "title": "Passage, where to read on",
        "description": "Links whose words say where they lead, with the moment in which each one helps.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "links",
          "see also",
          "more"
        ],
        "prefix": [
          "kb-related"
        ],
        "answers": [
          "vague-link-text"
        ],
        "body": "## Read on\n\n- ${1:[Sign in when you've lost your phone](https://example.com/help/lost-phone)}, if ${2:the codes don't reach you}\n- ${3:[Who can see your files](https://example.com/help/who-sees)}, before ${4:you share a folder}"
      },
      {
        "id": "kb/passages/steps",
        "title": "Passage, steps",
        "description": "Numbered steps, one thing to do in each, with what shows that it worked.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "procedure",
          "numbered",
          "instructions"
        ],
        "prefix": [
          "kb-steps"
        ],
        "answers": [
          "kb-unnumbered-steps",
          "wall-of-text"
        ],
        "body": "1. Open **${1:Settings}**.\n2. Choose **${2:Account}**, then **${3:Change email}**.\n3. Enter ${4:the new address} and choose **${5:Save}**.\n\nYou see ${6:the new address at the top of the page}."
      },
      {
        "id": "kb/passages/still-not-working",
        "title": "Passage, still not working",
        "description": "The way to a person, with what to send along and how soon an answer comes.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "tags": [
          "contact",
          "support",
          "help"
        ],
        "prefix": [
          "kb-help"
        ],
        "answers": [
          "kb-missing-help-path"
        ],
        "body": "## Still not working?\n\nWrite to ${1:help@example.com} with:\n\n- ${2:the message you see, word for word}\n- ${3:the step at which you see it}\n\nWe answer within ${4:one working day}. ${5:You don't need to send a password; nobody here will ask for one.}"
      },
      {
        "id": "kb/passages/two-ways",
        "title": "Passage, two ways in",
        "description": "Lets readers on different devices find their own steps at once.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "phone",
          "computer",
          "platform",
          "alternative"
        ],
        "prefix": [
          "kb-two-ways"
        ],
        "answers": [
          "kb-unnumbered-steps",
          "wall-of-text"
        ],
        "body": "**${1:On a computer}**\n\n1. ${2:Open **Settings**, at the top right.}\n2. ${3:Choose **Sign out everywhere**.}\n\n**${4:On a phone}**\n\n1. ${5:Touch your picture.}\n2. ${6:Choose **Security**, then **Sign out everywhere**.}"
      },
      {
        "id": "kb/passages/undo",
        "title": "Passage, how to go back",
        "description": "Takes the fear out of a step: says how to undo it and until when.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "loss"
        ],
        "tags": [
          "undo",
          "restore",
          "revert",
          "back"
        ],
        "prefix": [
          "kb-undo"
        ],
        "answers": [
          "kb-missing-help-path",
          "kb-missing-expected-result"
        ],
        "body": "## If you change your mind\n\nYou can bring ${1:the project} back until ${2:30 days later}: open **${3:Archive}**, find ${4:it}, and choose **${5:Bring back}**. ${6:Everyone who could see it before can see it again.}"
      },
      {
        "id": "kb/passages/until-fixed",
        "title": "Passage, until it is fixed",
        "description": "A way round for a fault, with what it costs and when the fix comes.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "bug",
          "outage"
        ],
        "tags": [
          "workaround",
          "temporary",
          "known issue"
        ],
        "prefix": [
          "kb-until"
        ],
        "answers": [
          "kb-missing-expected-result",
          "dead-end-no"
        ],
        "body": "Until this is fixed, you can ${1:export one month at a time}. It takes ${2:about a minute a month}, and ${3:every row is in the files}. We expect the fix by ${4:20 June} and write here when it's out."
      },
      {
        "id": "kb/passages/what-you-should-see",
        "title": "Passage, what you should see",
        "description": "Tells readers how they know that it worked, and how long it may take.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "tags": [
          "result",
          "success",
          "check"
        ],
        "prefix": [
          "kb-expected"
        ],
        "answers": [
          "kb-missing-expected-result"
        ],
        "body": "## What you should see\n\n${1:The new address stands at the top of the Account page.} It may take ${2:a minute}. ${3:You also get a message at the old address, so that you'd notice if somebody else had changed it.}"
      },
      {
        "id": "kb/passages/who-can",
        "title": "Passage, who can do this",
        "description": "Says whose right it is, and what everyone else does.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "access"
        ],
        "tags": [
          "permission",
          "admin",
          "owner",
          "role"
        ],
        "prefix": [
          "kb-who-can"
        ],
        "answers": [
          "kb-missing-prerequisites",
          "dead-end-no"
        ],
        "body": "${1:Owners} can do this. If you don't see ${2:**Billing**} under ${3:**Settings**}, ask ${4:the owner of your workspace}: ${5:their name stands at the bottom of that page}."
      },
      {
        "id": "kb/passages/why",
        "title": "Passage, why it works this way",
        "description": "Gives the reason for something that surprises people, and a way to what they want.",
        "moment": "article",
        "kinds": [
          "article"
        ],
        "when": [
          "how-to",
          "complaint"
        ],
        "tags": [
          "reason",
          "design",
          "explain"
        ],
        "prefix": [
          "kb-why"
        ],
        "answers": [
          "by-design-dismissal",
          "policy-shield"
        ],
        "body": "## Why ${1:you're asked for a code each time}\n\n${2:Somebody who knows your password could otherwise open your files.} If you'd rather be asked less often, ${3:choose **Remember this computer** when you enter the code}: then we ask once ${4:in 30 days}."
      }
    ]
  },
  {
    "name": "saas",
    "version": "1.0.0",
    "description": "For teams that support a web app: bills, faults, wishes, incidents and questions about data.",
    "language": "en",
    "title": "Software by subscription",
    "licence": "MIT",
    "snippets": [
      {
        "id": "saas/billing/cancelled",
        "title": "A plan is cancelled",
        "description": "Someone leaves. Confirms it, says until when things work and what becomes of the data, and leaves the door open.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing"
        ],
        "tags": [
          "cancel",
          "leave",
          "stop",
          "subscription",
          "churn"
        ],
        "prefix": [
          "bill-cancelled"
        ],
        "answers": [
          "confirm",
          "passive-aggressive"
        ],
        "body": "I've cancelled your plan, and you won't be charged again. It works as before until ${1:30 June}. We keep your data until ${2:30 July}, so that you can take it with you or come back. Thank you for ${3:two years} with us. If you'd like to tell me what was missing, I'll pass it on word for word."
      },
      {
        "id": "saas/billing/charged-twice",
        "title": "Charged twice",
        "description": "We took money twice. Owns it, says what went wrong, and when the money is back.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing",
          "complaint"
        ],
        "tags": [
          "double",
          "payment",
          "charge",
          "refund",
          "card"
        ],
        "prefix": [
          "bill-twice"
        ],
        "answers": [
          "apologise",
          "hollow-apology"
        ],
        "body": "You were charged twice, and that was our mistake: ${1:our system sent the payment again because the bank was slow to answer}. I'm sorry. I've sent back ${2:€29.00} today, and your bank shows it by ${3:Friday}. We've ${4:changed how we ask the bank}, so that it doesn't happen to the next customer."
      },
      {
        "id": "saas/billing/invoice-mended",
        "title": "An invoice with other details",
        "description": "An invoice needs another name, number or address. Says what is on it now and what becomes of the old one.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing"
        ],
        "tags": [
          "invoice",
          "receipt",
          "VAT",
          "address",
          "tax",
          "accounting"
        ],
        "prefix": [
          "bill-invoice"
        ],
        "answers": [
          "confirm"
        ],
        "body": "I've put ${1:your company's name and tax number} on the invoice for ${2:May}, and it's attached. It takes the place of the old one, so it's the only one you need to keep. From now on ${3:every invoice} has them. Could you check that ${4:the address} is right?"
      },
      {
        "id": "saas/billing/payment-failed",
        "title": "A payment did not go through",
        "description": "The bank said no. Says what it said, that nothing is switched off yet, and until when there is time.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing",
          "access"
        ],
        "tags": [
          "card",
          "declined",
          "expired",
          "payment"
        ],
        "prefix": [
          "bill-failed"
        ],
        "answers": [
          "explain",
          "blame-language"
        ],
        "body": "The payment for ${1:June} didn't go through: ${2:the bank said that the card has expired}. Nothing is switched off. You can enter another card under ${3:**Settings > Billing**} until ${4:20 June}, and we'll try again that day. If paying another way is easier, tell me and I'll send you ${5:an invoice}."
      },
      {
        "id": "saas/billing/price-change",
        "title": "A price goes up",
        "description": "The price changes. Says from when, by how much and why, and what they can do before then.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing",
          "complaint"
        ],
        "tags": [
          "price",
          "increase",
          "plan",
          "cost"
        ],
        "prefix": [
          "bill-price"
        ],
        "answers": [
          "explain",
          "policy-shield"
        ],
        "body": "From ${1:1 September} your plan costs ${2:€12 a month instead of €10}. What's in it stays the same. We ask for more because ${3:keeping your files safe costs us more than when you joined}. If ${4:the smaller plan} would suit you better, tell me by ${5:25 August}, and I'll change it in time."
      },
      {
        "id": "saas/billing/refund-part",
        "title": "Not the whole sum, but this",
        "description": "You cannot refund all of it. Gives the reason, and the sum you can give back today.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing",
          "complaint"
        ],
        "tags": [
          "refund",
          "money back",
          "refuse"
        ],
        "prefix": [
          "bill-no-but"
        ],
        "answers": [
          "explain",
          "dead-end-no",
          "policy-shield"
        ],
        "body": "I can't refund ${1:the months before May}, because ${2:your team was using the app all that time}. I can ${3:stop the renewal today and refund the month that has just begun}: that's ${4:€49.00}. Shall I do that?"
      },
      {
        "id": "saas/billing/refund-sent",
        "title": "A refund is on its way",
        "description": "You refunded something. Says how much, where to and by when, and what to do if it is not there.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing"
        ],
        "tags": [
          "money back",
          "payment",
          "card"
        ],
        "prefix": [
          "bill-refund"
        ],
        "answers": [
          "commit",
          "vague-timeframe"
        ],
        "body": "I've refunded ${1:€49.00} to ${2:the card ending in 4417} today. Your bank shows it by ${3:Tuesday}. If it isn't there by then, reply here, and I'll send you the reference with which your bank can find it."
      },
      {
        "id": "saas/billing/which-plan",
        "title": "Which plan fits",
        "description": "Someone asks what to buy. Names one plan, the reason and the price, and takes the risk out of it.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "billing",
          "how-to"
        ],
        "tags": [
          "price",
          "plan",
          "buy",
          "upgrade",
          "choose"
        ],
        "prefix": [
          "bill-plan"
        ],
        "answers": [
          "explain"
        ],
        "body": "For ${1:six people, two of whom write}, I'd take ${2:the Small plan}. It has ${3:everything you describe} and costs ${4:€18 a month}. You can change it on any day, and you pay by the day. Shall I ${5:switch it on with the first month free}?"
      },
      {
        "id": "saas/bugs/another-company",
        "title": "A connection that broke elsewhere",
        "description": "Another product changed something. Says what, what you do about it and by when, and bridges the time.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "outage"
        ],
        "tags": [
          "integration",
          "sync",
          "calendar",
          "API",
          "third party"
        ],
        "prefix": [
          "bug-connection"
        ],
        "answers": [
          "buck-passing",
          "cold-referral"
        ],
        "body": "The connection to ${1:your calendar} broke because ${2:the calendar changed its sign-in on Monday}. We're changing our side to fit. I'll tell you on ${3:Thursday at 12:00} how far we are. Until then ${4:importing the file by hand} works; shall I send you the steps?"
      },
      {
        "id": "saas/bugs/data-is-safe",
        "title": "Nothing is lost",
        "description": "Something seems to be gone and is not. Says first that it is safe, then why it looks so, and when it is back.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "loss",
          "bug"
        ],
        "tags": [
          "gone",
          "missing",
          "deleted",
          "empty",
          "data"
        ],
        "prefix": [
          "bug-data-safe"
        ],
        "answers": [
          "acknowledge",
          "missing-acknowledgement"
        ],
        "body": "Your data is safe. ${1:The list looks empty because a filter fails; all 312 entries are there}, and I checked that myself at ${2:10:15}. The list comes back with the fix at ${3:16:00 today}, and I'll write to you then. If you need one of the entries sooner, tell me which, and I'll send it."
      },
      {
        "id": "saas/bugs/fix-is-live",
        "title": "The fix is live",
        "description": "A fix is out. Says what you tried yourself, and keeps it open until they have tried it too.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "repeat-contact"
        ],
        "tags": [
          "fixed",
          "solved",
          "release"
        ],
        "prefix": [
          "bug-fixed"
        ],
        "answers": [
          "confirm",
          "premature-closure",
          "band-aid-fix"
        ],
        "body": "The fix for ${1:the export} went live at ${2:14:02}. I've tried it with ${3:a file as large as yours}, and every row came out. Could you try yours? I'll keep this open until you tell me that it works."
      },
      {
        "id": "saas/bugs/not-before",
        "title": "A fix that takes long",
        "description": "A fault will stay for a while. Says so plainly, with the reason, a way round, and the next news.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug",
          "complaint",
          "repeat-contact"
        ],
        "tags": [
          "backlog",
          "later",
          "priority",
          "workaround"
        ],
        "prefix": [
          "bug-later"
        ],
        "answers": [
          "explain",
          "dead-end-no",
          "by-design-dismissal"
        ],
        "body": "I've talked with the team, and I don't want you to wait for something that won't come soon: ${1:the sorting} stays as it is until ${2:autumn}. The reason: ${3:faults that lose data come first}. What works today is ${4:sorting in the exported file}. I'll write to you again on ${5:1 October}, with a date."
      },
      {
        "id": "saas/bugs/seen-here-too",
        "title": "I see it here too",
        "description": "You can reproduce a fault. Says so, who has it, when they hear more, and what works until then.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug"
        ],
        "tags": [
          "fault",
          "error",
          "reproduce",
          "confirmed"
        ],
        "prefix": [
          "bug-confirmed"
        ],
        "answers": [
          "works-for-me",
          "disbelief",
          "by-design-dismissal"
        ],
        "body": "I see the same here: ${1:the export stops at row 1,000}. The fault is ours. ${2:The people who build exports} are working on it, with the steps you sent. I'll tell you by ${3:Thursday} when the fix comes. Until then ${4:exporting month by month} gets you all rows."
      },
      {
        "id": "saas/bugs/show-me",
        "title": "What happened just before",
        "description": "You need to see what they saw. Asks for two things, with the reason, and says when you start.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "bug"
        ],
        "tags": [
          "steps",
          "reproduce",
          "screenshot",
          "browser"
        ],
        "prefix": [
          "bug-steps"
        ],
        "answers": [
          "ask",
          "works-for-me",
          "disbelief"
        ],
        "body": "So that I can see what you see: what did you do right before ${1:the message came up}, and in which browser? A picture of the whole window would help too; please cover any names in it. With that I'll start ${2:today} and write to you by ${3:17:00}."
      },
      {
        "id": "saas/data/delete",
        "title": "Everything will be deleted",
        "description": "They want their data gone. Says when, that it cannot be undone, how to stop it, and what stays for how long.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "erase",
          "GDPR",
          "account",
          "remove",
          "privacy"
        ],
        "prefix": [
          "data-delete"
        ],
        "answers": [
          "confirm"
        ],
        "body": "I'll delete your account and everything in it on ${1:Friday at 12:00}. Nobody can bring it back after that, so if you'd like to stop it, or to have a copy, reply before then. It's gone from our backups by ${2:15 July}; ${3:invoices} we must keep for ${4:ten years}. You'll hear from me on ${5:Friday afternoon} that it's done."
      },
      {
        "id": "saas/data/export",
        "title": "A copy of their data",
        "description": "They want everything out. Says where it is, until when, in what form, and who can help with it.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to",
          "access"
        ],
        "tags": [
          "export",
          "download",
          "backup",
          "GDPR",
          "portability"
        ],
        "prefix": [
          "data-copy"
        ],
        "answers": [
          "instruct"
        ],
        "body": "I've made a copy of ${1:all your projects and files}. You can download it under ${2:**Settings > Export**} until ${3:30 June}. It's ${4:one large ZIP file of about 2 GB}; the lists in it open in any spreadsheet. If you'd like it another way, tell me which program it's for."
      },
      {
        "id": "saas/data/where-it-is",
        "title": "Where the data is kept",
        "description": "They ask where their data is and who sees it. Answers in plain words, and offers to fill in their form.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "privacy",
          "GDPR",
          "hosting",
          "security",
          "processor",
          "location"
        ],
        "prefix": [
          "data-where"
        ],
        "answers": [
          "explain"
        ],
        "body": "Your data is kept in ${1:Frankfurt, Germany}, with a copy in ${2:Dublin, Ireland}. ${3:Four people in support} can open it, and only while you have a question with us; each time is written down. Who else works for us, and on what, is listed on ${4:example.com/privacy}. If you have a form for this, send it to me, and you'll have it back by ${5:Friday}."
      },
      {
        "id": "saas/data/who-asks",
        "title": "Making sure who asks",
        "description": "Someone asks for personal data. Says why you must know who they are, the shortest way, and how long it takes.",
        "moment": "asking",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "identity",
          "GDPR",
          "request",
          "privacy",
          "verify"
        ],
        "prefix": [
          "data-who"
        ],
        "answers": [
          "ask",
          "policy-shield"
        ],
        "body": "Before I send ${1:a copy of the data}, I make sure that it goes to the right person. Could you ask once more from ${2:the address on the account}? I'll start the same day. You have it within ${3:a month}, as the law says, and most often within ${4:two days}."
      },
      {
        "id": "saas/how-to/steps",
        "title": "The steps, and what they should see",
        "description": "They ask how to do something. Gives the steps, what they see at the end, and a way back to you.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "how-to"
        ],
        "tags": [
          "guide",
          "instructions",
          "explain"
        ],
        "prefix": [
          "how-steps"
        ],
        "answers": [
          "instruct",
          "wall-of-text"
        ],
        "body": "Here is how to ${1:share a report}:\n\n1. Open ${2:the report} and choose **${3:Share}**.\n2. Enter ${4:the address} and choose whether ${5|they can change it,they can read it|}.\n3. Choose **${6:Send}**.\n\n${7:They get a message with a link} within a minute. If that doesn't come, tell me what you see instead, and I'll look at it ${8:today}."
      },
      {
        "id": "saas/incidents/credit",
        "title": "Money back for an outage",
        "description": "You make up for an outage. Says how much and where it shows, and does not pretend that it makes up for all.",
        "moment": "closing",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage",
          "billing",
          "complaint"
        ],
        "tags": [
          "credit",
          "compensation",
          "SLA",
          "refund"
        ],
        "prefix": [
          "inc-credit"
        ],
        "answers": [
          "apologise",
          "hollow-apology"
        ],
        "body": "For the ${1:two and a half hours} on ${2:Tuesday} I've taken ${3:€9.80} off your next invoice. There's nothing you need to do. I know that it doesn't give you back ${4:the morning}, and I'm sorry for that."
      },
      {
        "id": "saas/incidents/first-news",
        "title": "Something is broken for many",
        "description": "The first news of an incident. Says what, since when, who is on it, and when there is more.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage"
        ],
        "tags": [
          "status",
          "incident",
          "down",
          "slow",
          "degraded"
        ],
        "prefix": [
          "inc-first"
        ],
        "answers": [
          "acknowledge",
          "missing-acknowledgement",
          "vague-timeframe"
        ],
        "body": "Since ${1:9:10} ${2:reports have been slow or don't open at all}, and I'm sorry that it hits you ${3:at the end of the month}. ${4:Two engineers} have been on it since ${5:9:20}. Your data isn't touched. The next news comes at ${6:10:00}, here and on ${7:status.example.com}."
      },
      {
        "id": "saas/incidents/over",
        "title": "It is over",
        "description": "An incident has ended. Says since when all works, what was lost or not, and when the full story comes.",
        "moment": "fixing",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage"
        ],
        "tags": [
          "status",
          "incident",
          "resolved",
          "restored"
        ],
        "prefix": [
          "inc-over"
        ],
        "answers": [
          "confirm",
          "premature-closure",
          "hollow-apology"
        ],
        "body": "${1:Reports} have been opening as usual since ${2:11:40}. No data is lost. The cause was ${3:a change that we have taken back}. I'm sorry for ${4:the two hours you waited}. By ${5:Friday} you can read on ${6:status.example.com} what we learned. If anything still looks wrong, reply here, and I'll look at it ${7:today}."
      },
      {
        "id": "saas/incidents/someone-tried",
        "title": "Someone tried to get in",
        "description": "You saw attempts on an account. Says what was and was not reached, what you did, and one thing that helps.",
        "moment": "opening",
        "kinds": [
          "reply"
        ],
        "when": [
          "access"
        ],
        "tags": [
          "security",
          "hacked",
          "breach",
          "password",
          "attack"
        ],
        "prefix": [
          "inc-security"
        ],
        "answers": [
          "explain"
        ],
        "body": "On ${1:Sunday night} somebody tried many passwords on your account. None of them worked, and nothing was opened. To be safe, we've ${2:signed everyone out once}; you can sign in as always. If you switch on sign-in codes under ${3:**Settings > Security**}, a password alone will open nothing. Shall I help you with that?"
      },
      {
        "id": "saas/incidents/what-changes",
        "title": "What happened, and what changes",
        "description": "They want the whole story. Tells it in order, owns what took too long, and says what changes by when.",
        "moment": "explaining",
        "kinds": [
          "reply"
        ],
        "when": [
          "outage",
          "complaint",
          "repeat-contact"
        ],
        "tags": [
          "post-mortem",
          "root cause",
          "incident",
          "report"
        ],
        "prefix": [
          "inc-report"
        ],
        "answers": [
          "explain",
          "band-aid-fix",
          "internal-laundry"
        ],
        "body": "You asked what happened. ${1:At 9:05 we put a new version live that asked the database far too often.} It took us ${2:35 minutes} to see that, which is too long, and I'm sorry. Since then we've ${3:set an alarm for it}. By ${4:30 June} ${5:a new version will go to one customer in a hundred first}, so that a fault like this stays small."
      },
      {
        "id": "saas/requests/being-built",
        "title": "A wish that is being built",
        "description": "What they ask for is on its way. Says from when, that it may still move, and offers a first look.",
        "moment": "keeping posted",
        "kinds": [
          "reply"
        ],
        "when": [
          "feature-request"
        ],
        "tags": [
          "feature",
          "roadmap",
          "beta",
          "planned"
        ],
        "prefix": [
          "req-soon"
        ],
        "answers": [
          "commit",
          "overpromise"
        ],
        "body": "We're building this now. We aim for ${1:the second half of June}. That may still move, and if it does, I'll tell you. Would you like to try it ${2:a week} before the others? Then I'll switch it on for you and ask you what's missing."
      },
      {
        "id": "saas/requests/no-with-reason",
        "title": "A wish we decided against",
        "description": "It will not be built. Says so kindly, gives the reason, and what comes nearest.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "when": [
          "feature-request",
          "complaint"
        ],
        "tags": [
          "feature",
          "declined",
          "refuse",
          "roadmap"
        ],
        "prefix": [
          "req-no"
        ],
        "answers": [
          "explain",
          "dead-end-no",
          "by-design-dismissal"
        ],
        "body": "Thank you for telling us what ${1:a desktop app} would do for you. We've decided not to build one, and I'd rather tell you than let you wait. The reason: ${2:we'd have to do everything twice, and fix faults half as fast}. What comes nearest is ${3:the web app in a window of its own}. I can set that up with you in ${4:five minutes}. Would you like that?"
      },
      {
        "id": "saas/requests/written-down",
        "title": "A wish, written down",
        "description": "They ask for something new. Says what you wrote down, what becomes of it, and the nearest way today.",
        "moment": "saying no",
        "kinds": [
          "reply"
        ],
        "when": [
          "feature-request"
        ],
        "tags": [
          "feature",
          "idea",
          "vote",
          "wish",
          "suggestion"
        ],
        "prefix": [
          "req-noted"
        ],
        "answers": [
          "dead-end-no",
          "canned-filler"
        ],
        "body": "That isn't possible yet. I've written down what you'd use it for, ${1:a report for each branch}, and ${2:14} others have asked as well. I can't give you a date. If it's built, you'll hear it from me first. Today the nearest way is ${3:a saved filter for each branch}; shall I set one up with you?"
      }
    ]
  }
];
