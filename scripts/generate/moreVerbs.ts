/** Everyday verbs that the library does not list as such, most of them because they are nouns too or begin with a prefix. */
export const MORE_VERBS = `adhere advise alert alleviate allocate amend amount apologise append attend attribute audit backfill bill browse calibrate
categorise clarify clash collaborate compact compare comprehend compress compute connect contradict cooperate customise deactivate delete demonstrate depend
describe destroy detect deteriorate deviate dictate disagree disappear disconnect discontinue dismiss distribute dominate donate downgrade ease elevate
eliminate embed emphasise employ entail entitle execute facilitate factor finalise group halt hesitate host hover identify incur infer initialise inject
interfere investigate iterate lapse locate logout loop maximise migrate minimise mute notify optimise originate parse partition populate postpone practise
prepend prescribe presume preview proofread propagate purge query queue realign reappear reassign rebuild recharge recognise reconnect reconsider recreate
rectify redeem redirect refer refrain regain reinstate reiterate relay remind rename reopen reproduce reschedule resize retain retry reuse rotate round
segment sequence shut skim specialise subscribe supersede supervise swap tap tend terminate tidy toggle trace translate transmit trash troubleshoot tweak
uncheck undermine unpack unregister untangle unzip utilise vacate violate visualise whine`;
